/* The heap itself: the map of arenas and pools, the ledger, free lists, and the allocator's answers. */
const PARTS = [
  ["live", "in blocks that hold something"],
  ["rounding", "at the ends of pools, too small for a block"],
  ["pool slack", "free blocks in pools that are in use"],
  ["free lists", "dead blocks kept for the next object of their type"],
  ["empty pools", "pools without a block in use"],
  ["large blocks", "over 512 bytes, from the system"],
];
const ORDER = [0, 5, 3, 2, 1, 4]; // of the drawing, from the bottom
const STATES = ["never used", "free: serves no size now", "empty", "in use", "full"];

let openPool = null; // "arena/pool"

function expand(runs) {
  let text = "";
  for (const [, n, state] of runs.matchAll(/(\d+)(\w)/g)) text += state.repeat(n);
  return text;
}

const poolAt = (key, k) => at(pools.get(key) ?? [], k);
const changedAt = (history, k) => k > 0 && history?.some(([step]) => step === k);

/* Class names that hold, behind those of the kind: classes("div", {open: true}) is "div.open". */
const classes = (kind, which) =>
  kind +
  Object.keys(which)
    .filter(name => which[name])
    .map(name => "." + name)
    .join("");
const capacityOf = size => Math.floor(4096 / size);

function poolTitle(p) {
  const where = `pool ${p.pool} at ${addressText([p.arena, p.pool, 0, 0])}`;
  if (!p.size) return `${where}: ${STATES[p.state]}`;
  const serving = p.serving ? "; the next such block comes from here" : "";
  return `${where}: blocks of ${p.size} bytes, ${p.used} of ${capacityOf(p.size)} in use${serving}`;
}

function poolCell(key, k, selected) {
  const p = poolAt(key, k),
    full = p.size ? Math.round((100 * p.used) / capacityOf(p.size)) : 0;
  const own = selected?.place && key === selected.place[0] + "/" + selected.place[1];
  const kind = classes(`button.pool.s${p.state}`, {changed: changedAt(pools.get(key), k), own, open: key === openPool});
  const onclick = () => {
    openPool = openPool === key ? null : key;
    show(step);
  };
  return element(kind, {title: poolTitle(p), style: `--full:${full}%`, onclick}, p.size ? String(p.size) : "");
}

function arenaCard(arena, k, selected) {
  const cells = Array.from({length: 64}, (_, i) => poolCell(`${arena}/${i}`, k, selected));
  return element("div.arena", {}, element("h3", {}, `Arena ${arena}`), element("div.pools", {}, ...cells));
}

/* Under the map: the pool that is open, or where the selected object lies. */
function poolText(selected, k) {
  const p = openPool && poolAt(openPool, k),
    place = selected?.place;
  if (p && arenas[k].includes(p.arena)) return poolDetail(p, k);
  if (!place) return hint("Click a pool to see its blocks.");
  const text = `${nameOf(selected.id)} lies in ${placeText(place)}. `;
  return element("p.hint", {}, text, poolLink(place, "show the blocks"));
}

function drawMap(k) {
  const selected = selectedId ? things[selectedId] : null;
  const none = hint("No arena: every block comes from the system in this build or mode.");
  const cards = arenas[k].map(arena => arenaCard(arena, k, selected));
  document.getElementById("map").replaceChildren(...(cards.length ? cards : [none]));
  document.getElementById("pool").replaceChildren(poolText(selected, k));
}

function poolLink(place, text) {
  return link(text, () => {
    openPool = place[0] + "/" + place[1];
    show(step);
  });
}

/* The objects on the page by their block, at step k. */
function residents(p, k) {
  const found = new Map();
  for (const t of things)
    if (t?.place && isAlive(t.id, k) && t.place[0] === p.arena && t.place[1] === p.pool && t.place[3] === p.size)
      found.set(t.place[2], t.id);
  return found;
}

const BLOCKS = {u: "in use", c: "dead, on a free list", f: "free"};

function poolDetail(p, k) {
  if (!p.size) return hint(`Pool ${p.pool} of arena ${p.arena} is ${STATES[p.state]}.`);
  const before = k > 0 ? poolAt(`${p.arena}/${p.pool}`, k - 1) : null;
  const states = expand(p.blocks),
    old = before?.size === p.size ? expand(before.blocks) : "",
    owners = residents(p, k);
  const cells = [...states].map((s, i) => {
    const id = owners.get(i),
      title = `block ${i}: ${BLOCKS[s]}${id ? ", " + nameOf(id) : ""}`;
    const kind = classes(`span.block.${s}`, {drawn: id, changed: old && old[i] !== s, own: id && id === selectedId});
    return element(kind, {"data-id": id, title, onclick: id && (() => select(id))});
  });
  const count = state => [...states].filter(s => s === state).length;
  const legend = Object.entries(BLOCKS).flatMap(([s, text]) => [
    element(`span.key.block.${s}`),
    ` ${text} (${count(s)}) `,
  ]);
  return element(
    "div",
    {},
    element("h3", {}, `Pool ${p.pool} of arena ${p.arena}: ${states.length} blocks of ${p.size} bytes`),
    element("div.blocks", {}, ...cells),
    element("p.legend", {}, element("span.key.block.u.drawn"), " an object on this page ", ...legend),
  );
}

/* ---- the ledger ---- */

const CHART = {width: 600, height: 150};

function chartX(k) {
  return LAST ? (CHART.width * k) / LAST : CHART.width / 2;
}

/* The areas of the parts, one upon the other. */
function makeChart(host) {
  const {width, height} = CHART,
    most = Math.max(...D.steps.map(s => s.g[6]), 1),
    stride = Math.ceil((LAST + 1) / 600);
  const points = D.steps.map((_, k) => k).filter(k => k % stride === 0 || k === LAST);
  const line = (ks, values) =>
    ks.map((k, i) => `${chartX(k).toFixed(1)},${(height - (height * values[i]) / most).toFixed(1)}`);
  let below = points.map(() => 0),
    areas = "";
  for (const part of ORDER) {
    const top = points.map((k, i) => below[i] + D.steps[k].g[part]);
    const outline = [...line(points, top), ...line(points, below).reverse()];
    areas += `<path class="part p${part}" d="M${outline.join(" L")} z"/>`;
    below = top;
  }
  host.innerHTML = `<svg id="chart" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img"
      aria-label="Bytes of the heap by step">${areas}<line id="cursor" y1="0" y2="${height}"/></svg>
    <div class="axis"><span>step 0</span><span>top: ${bytes(most)}</span><span>step ${LAST}</span></div>
    <table class="figures"></table>`;
  document.getElementById("chart").onclick = e => {
    const area = e.currentTarget.getBoundingClientRect();
    show(Math.round(((e.clientX - area.left) / area.width) * LAST));
  };
}

const signed = n => (n === 0 ? "" : `${n > 0 ? "+" : "−"}${number(Math.abs(n))}`);

function drawLedger(k) {
  const host = document.getElementById("ledger"),
    now = D.steps[k].g,
    before = D.steps[Math.max(0, k - 1)].g;
  if (!document.getElementById("chart")) makeChart(host);
  const cursor = document.getElementById("cursor");
  cursor.setAttribute("x1", chartX(k));
  cursor.setAttribute("x2", chartX(k));
  const row = (kind, name, why, i) =>
    element(
      kind,
      {},
      element("td", {}, ...name),
      element("td.why", {}, why),
      element("td.n", {}, number(now[i])),
      element("td.n.delta", {}, signed(now[i] - before[i])),
    );
  const parts = [...ORDER].reverse().map(i => row("tr", [element(`span.key.p${i}`), " ", PARTS[i][0]], PARTS[i][1], i));
  const whole = row("tr.sum", ["the heap"], `${plural(arenas[k].length, "arena")} and the large blocks`, 6);
  host.querySelector("table").replaceChildren(...parts, whole);
}

/* ---- free lists ---- */

function listRow({name, limit, size, i}, k, most) {
  const count = at(listHistory[i], k) ?? 0,
    change = count - (at(listHistory[i], Math.max(0, k - 1)) ?? 0);
  return element(
    change ? "tr.changed" : "tr",
    {title: `at most ${limit} blocks of ${size} bytes`},
    element("td", {}, name),
    element("td.bar", {}, element("span", {style: `width:${(100 * count) / most}%`})),
    element("td.n", {}, number(count)),
    element("td.n.delta", {}, signed(change)),
  );
}

/* Those that had a block at some step. */
function drawLists(k) {
  const used = D.lists
    .map(([name, limit, size], i) => ({name, limit, size, i}))
    .filter(l => listHistory[l.i].some(h => h[1]));
  const most = Math.max(1, ...used.flatMap(l => listHistory[l.i].map(h => h[1])));
  document
    .getElementById("lists")
    .replaceChildren(
      used.length
        ? element("table.figures", {}, ...used.map(l => listRow(l, k, most)))
        : hint("No free list was used."),
    );
}

/* ---- simulate allocation ---- */

function answerFor(size) {
  return D.simulate.find(r => r[0] === size) ?? D.simulate.findLast(r => r[0] <= size);
}

function systemAnswer(size, usable) {
  return [
    element(
      "p",
      {},
      bold(`${number(size)} bytes`),
      " is more than 512: the block comes from the system's ",
      code("malloc"),
      ", without arena, pool or class.",
    ),
    usable && hint(`The system gave ${number(usable)} usable bytes.`),
  ];
}

function simulateText(size) {
  const r = answerFor(size);
  if (!r) return [hint("The allocator had no memory for this.")];
  if (r.length === 2) return systemAnswer(size, r[0] === size && r[1]);
  const [, arena, pool, block, blockSize, capacity, during, after] = r,
    p = poolAt(`${arena}/${pool}`, LAST);
  const chain = [
    ["asked for", plural(size, "byte")],
    ["size class", `${blockSize / 8 - 1} of 0 to 63`],
    ["block", `${blockSize} bytes${blockSize > size ? ` (${blockSize - size} unused)` : ""}`],
    ["from", `arena ${arena}, pool ${pool}`],
    ["number", `block ${block} of ${capacity}`],
  ];
  const states = p?.size === blockSize ? expand(p.blocks) : "f".repeat(capacity);
  const cells = [...states].map((s, i) =>
    element(`span.block.${i === block ? "u.drawn.own" : s}`, {title: `block ${i}`}),
  );
  const opened = during === 1 ? "The pool was empty; it serves blocks of this size from now on. " : "";
  const range = blockSize > 8 ? `${blockSize - 7} to ${blockSize}` : "up to 8";
  return [
    element("div.chain", {}, ...chain.map(([a, b]) => element("div", {}, element("small", {}, a), bold(b)))),
    element("div.blocks", {}, ...cells),
    element(
      "p",
      {},
      `${opened}The pool had ${during - 1} of ${capacity} blocks in use, with this one ${during}. Freed ` +
        `again, ${after} are in use; the free block is the first that the next request of ${range} bytes gets.`,
    ),
  ];
}

function drawSimulate() {
  const input = element("input", {
    type: "number",
    min: 0,
    max: 1024,
    value: 56,
    id: "size",
    "aria-label": "Bytes to allocate",
  });
  const answer = element("div.answer", {}),
    whole = text => Math.max(0, Math.min(1 << 20, Math.floor(Number(text) || 0)));
  const ask = () => answer.replaceChildren(...simulateText(whole(input.value)).filter(Boolean));
  const chip = n => {
    input.value = n;
    ask();
  };
  input.oninput = ask;
  const chips = [1, 8, 24, 56, 100, 256, 512, 513].map(n =>
    element("button.chip", {onclick: () => chip(n)}, String(n)),
  );
  const question = element("p.ask", {}, "Allocate ", input, " bytes ", ...chips);
  document.getElementById("simulate").replaceChildren(question, answer);
  ask();
}
