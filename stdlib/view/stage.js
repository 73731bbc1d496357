/* The stage: frames on the left, objects in columns to the right of them, arrows for references.
 *
 * Nothing jumps about. All of an object's states are known beforehand, so it gets its place once, for its whole life:
 * the column is the distance from a name that it has most of the time (another, where that one is much fuller), the
 * place in it the highest that is free for as long as it lives and large enough for the largest it becomes. The next
 * object may have the place when it is gone.
 */
const ROW = 22,
  HEAD = 26,
  CELL = 34,
  BOX = 162,
  FRAME = 162,
  GAP = 40,
  SPACE = 18;
const MARGIN = 36; // on the right, for arrows that go around
const letters = n => n * 7.3;

let showValues = false;
let layout = null; // {places: Map id -> {x, y}, columns, height}; made again only when the window has another size

/* Is it written into the slot that refers to it, and has no box of its own? */
const inlineCache = new Map();
function isInline(id) {
  if (!id) return true;
  const key = showValues ? -id : id;
  if (!inlineCache.has(key)) {
    const plain = c => c.k === "a" || (c.k === "o" && c.t && !c.a && ["function", "type"].includes(things[id].type));
    inlineCache.set(
      key,
      showValues
        ? things[id].contents.every(([, c]) => c.k !== "a" && plain(c))
        : things[id].contents.every(([, c]) => plain(c)),
    );
  }
  return inlineCache.get(key);
}

/* What stands on the stage: a Set of ids. Of those that no name leads to the oldest, if they are many. */
const LOST_SHOWN = 40;
const boxedGarbage = k => unreached(k).filter(id => !isInline(id));
const onStage = k =>
  new Set([...[...reach(k).keys()].filter(id => !isInline(id)), ...boxedGarbage(k).slice(0, LOST_SHOWN)]);

/* How the contents of a box are arranged: rows with a label, or a grid of cells when all items are written in it. */
function shapeOf(id, k) {
  const {slots, more} = slotsOf(id, k),
    c = contentOf(id, k);
  const text = c.k === "a" || c.t || (c.n === 0 && !slots.length) ? 1 : 0;
  const grid = (c.k === "s" || c.k === "u") && slots.length > 0 && slots.every(s => isInline(s.id) && !s.attribute);
  if (!grid)
    return {slots, more, grid, text, columns: 1, height: HEAD + ROW * (text + slots.length + (more > 0 ? 1 : 0)) + 6};
  const widest = Math.max(...slots.map(s => textOf(s.id, k).length));
  const columns = Math.max(1, Math.min(6, slots.length, Math.floor((BOX - 12) / (letters(Math.min(widest, 22)) + 14))));
  return {
    slots,
    more,
    grid,
    text,
    columns,
    height: HEAD + ROW * (text + (more > 0 ? 1 : 0)) + CELL * Math.ceil(slots.length / columns) + 8,
  };
}

/* The rows of a frame's box: its names, what it holds without one, and what it is about to return. */
function rowsOf(f) {
  const rows = f.variables.map(([label, id]) => ({label, id}));
  for (const id of f.temporaries)
    if (!isInline(id) && id !== f.returns)
      rows.push({
        label: "(in use)",
        id,
        unnamed: true,
        title: "held by the running statement: a loop's iterator, or a value that is being computed",
      });
  if (f.returns) rows.push({label: "returns", id: f.returns, unnamed: true});
  return rows;
}

const frameHeight = f => HEAD + ROW * Math.max(1, rowsOf(f).length) + 6;

function tallest(id) {
  return Math.max(...things[id].contents.map(([k]) => shapeOf(id, k).height), HEAD + ROW);
}

/* The distance from a name that a thing has most of the time: looked at in some steps, and when it is first reached. */
function usualDepths() {
  const seen = new Map(),
    stride = Math.max(1, Math.ceil((LAST + 1) / 60));
  const note = (id, depth) => {
    if (!seen.has(id)) seen.set(id, new Map());
    seen.get(id).set(depth, (seen.get(id).get(depth) ?? 0) + 1);
  };
  for (let k = 0; k <= LAST; k++)
    if (k % stride === 0 || k === LAST) for (const [id, depth] of reach(k)) if (!isInline(id)) note(id, depth);
  const usual = new Map();
  for (const t of things) {
    if (!t || isInline(t.id)) continue;
    const depths = seen.get(t.id);
    usual.set(t.id, depths ? [...depths].reduce((a, b) => (b[1] > a[1] ? b : a))[0] : (reach(t.first).get(t.id) ?? 1));
  }
  return usual;
}

/* The highest place of a column that is free from t's first step to the last. */
function freePlace(column, t, last, h) {
  let y = 0;
  for (const r of column.filter(r => r.from <= last && t.first <= r.to).sort((a, b) => a.y - b.y))
    if (y + h > r.y && y < r.y + r.h) y = r.y + r.h;
  return y;
}

/* The last step in which each thing is on the stage: that of its death, unless some are left out. */
function lastSteps() {
  const last = new Map(),
    stride = Math.ceil((LAST + 1) / 100);
  const leftOut = D.steps.some((s, k) => s.z || (k % stride === 0 && boxedGarbage(k).length > LOST_SHOWN));
  for (let k = 0; leftOut && k <= LAST; k++) for (const id of onStage(k)) last.set(id, k + 1);
  return last;
}

const TOO_FULL = 360; // pixels that a column may be fuller than another before that is taken

function makeLayout(width) {
  const count = Math.max(1, Math.floor((width - FRAME - MARGIN) / (BOX + GAP)));
  const columns = Array.from({length: count}, () => []),
    places = new Map(),
    depths = usualDepths(),
    lasts = lastSteps();
  let height = 0;
  for (const t of things) {
    if (!t || isInline(t.id)) continue;
    const last = lasts.get(t.id) ?? t.died,
      h = tallest(t.id) + SPACE,
      wanted = Math.min(depths.get(t.id), count) - 1;
    const free = columns.map(c => freePlace(c, t, last, h)),
      least = Math.min(...free);
    const column = free[wanted] > least + TOO_FULL ? free.indexOf(least) : wanted,
      y = free[column];
    columns[column].push({y, h, from: t.first, to: last});
    places.set(t.id, {x: FRAME + GAP + column * (BOX + GAP), y});
    height = Math.max(height, y + h);
  }
  return {places, columns: count, height};
}

/* ---- references as lines ---- */

function framePlaces(k) {
  let y = 0;
  return frames[k].map(f => {
    const place = {x: 0, y, f};
    y += frameHeight(f) + SPACE;
    return place;
  });
}

/* All arrows of a step: {key, left, right, y: of the row, to: id, source: id or 0, weak} */
function arrowsOf(k, framesAt, shown) {
  const found = [];
  const add = (key, left, right, y, to, source, weak) => {
    if (shown.has(to)) found.push({key: `${key}>${to}`, left, right, y, to, source, weak});
  };
  framesAt.forEach((place, i) => {
    let y = place.y + HEAD + ROW / 2;
    for (const {label, id} of rowsOf(place.f)) {
      if (!isInline(id)) add(`f${i}.${label}`, 0, FRAME, y, id, 0);
      y += ROW;
    }
  });
  for (const id of shown) {
    const at = layout.places.get(id),
      shape = shapeOf(id, k);
    if (!at || shape.grid) continue;
    let y = at.y + HEAD + ROW * shape.text + ROW / 2;
    for (const s of shape.slots) {
      if (!isInline(s.id)) add(`${id}.${s.label ?? "k" + s.key}`, at.x, at.x + BOX, y, s.id, id, s.weak);
      y += ROW;
    }
  }
  return found;
}

/* From the side of the row that is nearer to the target; in the same column, around on the right. */
function pathOf(a, spread) {
  const t = layout.places.get(a.to),
    y = t.y + HEAD / 2 + spread,
    end = t.x + BOX;
  const curve = (x, sign, target) => {
    const bend = Math.max(20, Math.abs(target - x) / 2) * sign;
    return `M${x},${a.y} C${x + bend},${a.y} ${target - bend},${y} ${target},${y}`;
  };
  if (t.x > a.right) return curve(a.right, 1, t.x - 2);
  if (end < a.left) return curve(a.left, -1, end + 2);
  const out = end + 18 + Math.min(22, Math.abs(y - a.y) / 14);
  return `M${a.right},${a.y} C${out},${a.y} ${out},${y} ${end + 2},${y}`;
}

const HEADS = ["head", "head-new"].map(
  name => `<marker id="${name}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
    <path d="M0.5,0.8 L7.5,4 L0.5,7.2 z"/></marker>`,
);
const SPREAD = [0, 4, -4, 7, -7]; // of the arrows that end at the same object

/* before: the keys of the last step's arrows; what is not among them is new. */
function drawArrows(arrows, before) {
  const into = new Map();
  const paths = arrows.map(a => {
    const n = into.get(a.to) ?? 0,
      fresh = before && !before.has(a.key);
    into.set(a.to, n + 1);
    return `<path class="arrow${fresh ? " fresh" : ""}${a.weak ? " weak" : ""}" data-to="${a.to}"
      data-source="${a.source}" d="${pathOf(a, SPREAD[n % SPREAD.length])}"
      marker-end="url(#${fresh ? "head-new" : "head"})"/>`;
  });
  document.getElementById("arrows").innerHTML = `<defs>${HEADS.join("")}</defs>${paths.join("")}`;
}

/* ---- boxes ---- */

/* A function that is shown beside its own name need not repeat it. */
function valueChip(id, k, label) {
  if (!id) return element("span.value", {title: "not shown"}, "…");
  const t = things[id],
    text = textOf(id, k);
  const short = text.startsWith(label + "(")
    ? "ƒ " + text.slice(label.length)
    : text === "class " + label
      ? "class"
      : text;
  return element(
    `span.value.${t.type}`,
    {"data-id": id, title: `${nameOf(id)}${isFixed(id) ? ": there is one of it, part of the interpreter" : ""}`},
    short,
  );
}

function slotRow(label, id, k, changed, title, leftward) {
  const row = element(
    `div.row${changed ? ".changed" : ""}`,
    {"data-id": id || undefined, title},
    element("span.label", {}, label),
  );
  if (leftward) row.classList.add("leftward");
  row.append(isInline(id) ? valueChip(id, k, label) : element("span.ref", {}, ""));
  return row;
}

function frameBox(place, index, k, before) {
  const f = place.f,
    last = index === frames[k].length - 1;
  const old = before?.[index]?.name === f.name ? new Map(before[index].variables) : new Map();
  const title = f.name === "<module>" ? "Main program" : `${f.name}()`;
  const box = element(
    `div.frame${last ? ".active" : ""}`,
    {style: `left:0;top:${place.y}px;width:${FRAME}px;height:${frameHeight(f)}px`},
    element("div.head", {}, element("b", {}, title), f.line ? element("span.line", {}, `line ${f.line}`) : ""),
  );
  const rows = rowsOf(f);
  for (const r of rows)
    box.append(slotRow(r.label, r.id, k, !r.unnamed && k > 0 && old.get(r.label) !== r.id, r.title));
  if (!rows.length) box.append(element("div.row.empty", {}, "no names yet"));
  return box;
}

function countBadge(id, k, state) {
  const t = things[id];
  if (state === "ghost" && t.by === 0)
    return element("span.count", {title: "reference count: before and now"}, `${countOf(id, k)} → 0`);
  const count = countOf(id, k),
    before = k > t.first ? countOf(id, k - 1) : undefined;
  if (isFixed(id)) return element("span.count", {title: "part of the interpreter: never freed"}, "∞");
  if (before !== undefined && before !== count)
    return element("span.count.changed", {title: "reference count: before and now"}, `${before} → ${count}`);
  return element("span.count", {title: "reference count"}, `${count ?? ""}`);
}

function thingBox(id, k, state) {
  const t = things[id],
    place = layout.places.get(id),
    shown = state === "ghost" ? k - 1 : k;
  const shape = shapeOf(id, shown),
    c = contentOf(id, shown);
  const old = state !== "new" && k > t.first ? slotsOf(id, k - 1).slots : null;
  const box = element(
    `div.box.k-${c.k}.t-${t.type}${state ? "." + state : ""}`,
    {"data-id": id, tabindex: 0, style: `left:${place.x}px;top:${place.y}px;width:${BOX}px;height:${shape.height}px`},
    element(
      "div.head",
      {title: t.type},
      element("b", {}, t.type),
      element("span.id", {}, `#${id}`),
      countBadge(id, shown, state),
    ),
  );
  const tag = {
    new: "new",
    ghost: {0: "freed", 1: "freed by the collector", 2: "replaced"}[t.by],
    lost: "no name leads here",
  }[state];
  if (tag) box.append(element("span.tag", {}, tag));
  if (c.t) box.append(element("div.row.text", {}, c.t));
  if (shape.grid) {
    const grid = element("div.grid", {style: `grid-template-columns:repeat(${shape.columns},1fr)`});
    shape.slots.forEach((s, i) =>
      grid.append(
        element(
          `div.cell${old && old[i]?.id !== s.id ? ".changed" : ""}`,
          {"data-id": s.id || undefined},
          element("i", {}, s.label),
          valueChip(s.id, shown),
        ),
      ),
    );
    box.append(grid);
  } else
    for (const [i, s] of shape.slots.entries()) {
      const changed =
        old &&
        !(s.key
          ? old.some(o => o.key === s.key && o.id === s.id)
          : s.attribute
            ? old.some(o => o.label === s.label && o.id === s.id)
            : old[i]?.id === s.id);
      box.append(
        slotRow(
          s.key ? textOrName(s.key, shown) : s.label || "•",
          s.id,
          shown,
          changed,
          "",
          layout.places.get(s.id)?.x < place.x,
        ),
      );
    }
  if (c.n === 0 && !shape.slots.length) box.append(element("div.row.more", {}, "empty"));
  if (shape.more > 0) box.append(element("div.row.more", {}, `… ${number(shape.more)} more`));
  return box;
}

const textOrName = (id, k) => (isInline(id) || contentOf(id, k).k === "a" ? textOf(id, k) : nameOf(id));

function drawStage(k) {
  const scroll = document.getElementById("stage-scroll"),
    boxes = document.getElementById("boxes");
  layout ??= makeLayout(scroll.clientWidth - 4);
  const shown = onStage(k),
    kept = new Set(unreached(k));
  const places = framePlaces(k),
    arrows = arrowsOf(k, places, shown);
  const shownBefore = k > 0 ? onStage(k - 1) : null;
  const before = k > 0 ? new Set(arrowsOf(k - 1, framePlaces(k - 1), shownBefore).map(a => a.key)) : null;
  const ghosts = things.filter(t => t && t.died === k && shownBefore?.has(t.id)).map(t => t.id);
  boxes.replaceChildren(
    ...places.map((p, i) => frameBox(p, i, k, k > 0 ? frames[k - 1] : null)),
    ...[...shown].map(id => thingBox(id, k, kept.has(id) ? "lost" : things[id].first === k && k > 0 ? "new" : "")),
    ...ghosts.map(id => thingBox(id, k, "ghost")),
  );
  const last = places[places.length - 1];
  const bottom = Math.max(
    last.y + frameHeight(last.f),
    ...[...shown, ...ghosts].map(id => layout.places.get(id).y + shapeOf(id, Math.min(k, things[id].died - 1)).height),
    140,
  );
  const stage = document.getElementById("stage"),
    tall = Math.max(bottom + 8, Math.min(layout.height, 420));
  const right = FRAME + layout.columns * (BOX + GAP) + MARGIN;
  stage.style.height = tall + "px";
  stage.style.width = right + "px";
  const svg = document.getElementById("arrows");
  svg.setAttribute("width", right);
  svg.setAttribute("height", tall);
  drawArrows(arrows, before);
  bringIntoView(scroll, k > 0 && frames[k].length !== frames[k - 1].length);
}

/* What is new or freed, or the frame that was called or returned to, if it is out of sight. */
function bringIntoView(scroll, called) {
  const e = scroll.querySelector(".box.new, .box.ghost") ?? (called ? scroll.querySelector(".frame.active") : null);
  if (!e) return;
  const top = e.offsetTop,
    bottom = top + e.offsetHeight;
  if (top < scroll.scrollTop || bottom > scroll.scrollTop + scroll.clientHeight - 20)
    scroll.scrollTop = Math.max(0, top - scroll.clientHeight / 2);
}
