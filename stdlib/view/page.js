/* The page: which step is shown, what is selected, and the texts that say what happened. */
let step = 0, selectedId = 0, selectedLine = 0, timer = 0;
const $ = id => document.getElementById(id);

/* ---- texts ---- */

const quote = line => (D.source[line - 1] ?? "").trim();
const idLink = id => element("a.thing", {href: "#", "data-id": id, onclick(e) { e.preventDefault(); select(id); }}, isInline(id) && things[id].contents[0]?.[1].k === "a" ? `${textOf(id, things[id].first)}` : nameOf(id));
const stepLink = (k, text) => element("a", {href: `#step=${k}`, onclick(e) { e.preventDefault(); show(k); }}, text ?? `step ${k}`);
const lineLink = line => element("a", {href: "#", onclick(e) { e.preventDefault(); selectLine(line); }}, `line ${line}`);

function commas(nodes) {
  return nodes.flatMap((n, i) => i === 0 ? [n] : [i === nodes.length - 1 ? " and " : ", ", n]);
}

function some(nodes, most = 5) {
  return nodes.length <= most ? commas(nodes) : [...commas(nodes.slice(0, most)), ` and ${nodes.length - most} more`];
}

/* What a step did to names, objects and blocks. */
function changesOf(k) {
  const born = D.steps[k].n.map(n => n[0]).filter(id => things[id].born === k - 1 || things[id].born === k);
  const died = D.steps[k].x.map(x => x[0]);
  const before = k > 0 ? frames[k - 1] : [], bound = [], unbound = [];
  frames[k].forEach((f, i) => {
    const old = before[i]?.name === f.name ? new Map(before[i].variables) : new Map();
    for (const [name, id] of f.variables) if (old.get(name) !== id) bound.push({f, i, name, id, old: old.get(name)});
    for (const name of old.keys()) if (!f.variables.some(v => v[0] === name)) unbound.push(name);
  });
  return {born, died, bound, unbound};
}

function happened(k) {
  const s = D.steps[k], now = frames[k], before = frames[k - 1], line = ranLine(k);
  if (k === 0) return ["Nothing has run yet. The program is compiled: the constants in it exist already."];
  const place = now[now.length - 1].name;
  if (s.w === "raise") return [element("b.bad", {}, s.e), ` leaves ${place === "<module>" ? "the program" : place + "()"}.`];
  if (s.w === "end") return s.e ? [element("b.bad", {}, s.e), " ended the program. This is what was still there."] : ["The program is over. This is what is left before everything is cleared away."];
  if (s.w === "return") return [`${place}() returns `, element("b", {"data-id": s.v || undefined}, s.v ? (isInline(s.v) ? textOf(s.v, k) : nameOf(s.v)) : "a value"), "."];
  if (D.steps[k - 1].w === "raise") return [`Line ${s.l} in ${place === "<module>" ? "the module" : place} handles the exception.`];
  if (now.length > before.length && /^class\b/.test(quote(line))) return [lineLinkText(line), ": the body of ", element("code", {}, `class ${place}`), " runs; its names will be the class's attributes."];
  if (now.length > before.length) return [lineLinkText(line), ` called `, element("b", {}, `${place}`), place === "<module>" ? "" : ". Its frame has the arguments."];
  if (now.length < before.length) return [`Back in ${place === "<module>" ? "the module" : place + "()"}: line ${before[now.length - 1]?.line ?? line} is finished.`];
  return [lineLinkText(line), " ran: ", element("code", {}, quote(line))];
}

const lineLinkText = line => element("b", {}, `Line ${line}`);

function drawStory(k) {
  const s = D.steps[k], {died} = changesOf(k), text = [...happened(k)];
  for (const [generation, found] of s.G ?? [])
    text.push(" ", element("b.gc", {}, `The cycle collector looked at generation ${generation}${generation ? " and younger" : ""}: ${found ? plural(found, "object") + " freed that counting alone would have kept." : "nothing to free."}`));
  if (died.some(id => things[id].by === 0 && !isInline(id)))
    text.push(" Freed, because the last reference went: ", ...some(died.filter(id => things[id].by === 0 && !isInline(id)).map(idLink)), ".");
  const before = k > 0 ? new Set(unreached(k - 1)) : new Set(), fresh = unreached(k).filter(id => !before.has(id) && countOf(id, k) <= holdersOf(id, k).length);
  if (fresh.length && k > 0)
    text.push(" ", element("b.gc", {}, "No name leads to ", ...some(fresh.map(idLink)), fresh.length > 1 ? " any more, but they refer to each other: counting cannot free them." : " any more, but it refers to itself: counting cannot free it."));
  $("story").replaceChildren(...text);
}

/* The step from which on the exception that ends the program is on its way. */
let errorFrom = LAST;
while (errorFrom > 0 && D.steps[errorFrom - 1].w === "raise") errorFrom--;

function drawNotes(k) {
  const notes = [], ranOn = D.end.error ? "until an exception ended it" : "to its end";
  if (k === 0) notes.push(element("div.note.mild", {}, "Press → (or drag the slider) to run the program line by line. A box is an object, an arrow a reference to it, the number in its corner how many references there are. Point at anything to see what it is connected with, click it for its story."));
  if (D.end.stopped && k === LAST) notes.push(element("div.note", {}, `Recording stopped here: ${D.end.stopped} (${number(D.limits.steps)} steps). The program ran on ${ranOn}.`));
  else if (D.end.stopped) notes.push(element("div.note.mild", {}, `The recording has the first ${number(LAST + 1)} steps; the program ran on ${ranOn}.`));
  if (D.steps[k].z) notes.push(element("div.note", {}, `There are more objects than the ${D.limits.things} that are drawn. The map and the ledger count all of them.`));
  if (D.end.error && k >= errorFrom) notes.push(element("pre.error", {}, D.end.error.trimEnd()));
  if (D.steps[k].F) notes.push(element("div.note.mild", {}, `The stack is deep: ${plural(D.steps[k].F, "frame")} between the module and the innermost ones are not shown.`));
  $("notes").replaceChildren(...notes);
}

/* ---- the program ---- */

function highlight(text) {
  const pattern = /(#.*$)|("""[^]*?"""|'''[^]*?'''|[rbfRBF]?"(?:\\.|[^"\\])*"?|[rbfRBF]?'(?:\\.|[^'\\])*'?)|\b(False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield|match|case)\b|\b(\d[\w.]*)/g;
  const parts = [];
  let end = 0;
  for (const m of text.matchAll(pattern)) {
    parts.push(text.slice(end, m.index), element(`span.${m[1] ? "comment" : m[2] ? "string" : m[3] ? "keyword" : "digits"}`, {}, m[0]));
    end = m.index + m[0].length;
  }
  return [...parts, text.slice(end)];
}

function makeCode() {
  const run = new Set(D.steps.map(s => s.l));
  $("code").replaceChildren(...D.source.map((text, i) =>
    element(`div.line${run.has(i + 1) ? ".runs" : ""}`, {id: `line${i + 1}`, onclick() { selectLine(i + 1); }},
            element("span.gutter", {}, String(i + 1)), element("code", {}, ...(text ? highlight(text) : ["\u00a0"])), element("span.margin", {}))));
}

function drawCode(k) {
  const just = ranLine(k), next = D.steps[k].w === "line" ? stepLine(k) : 0;
  for (const e of $("code").children) e.classList.remove("just", "next", "selected", "failed");
  $(`line${just}`)?.classList.add("just");
  $(`line${next}`)?.classList.add("next");
  if (D.steps[k].w === "raise") $(`line${stepLine(k)}`)?.classList.add("failed");
  if (selectedLine) $(`line${selectedLine}`)?.classList.add("selected");
  const host = $("code"), e = $(`line${next || just}`);
  if (e && (e.offsetTop < host.scrollTop + 20 || e.offsetTop > host.scrollTop + host.clientHeight - 44)) host.scrollTop = e.offsetTop - host.clientHeight / 2;
}

function drawOutput(k) {
  const parts = [];
  for (let i = 0; i <= k; i++) for (const [stream, text] of D.steps[i].o ?? []) parts.push(stream === 2 ? element("span.bad", {}, text) : i === k ? element("mark", {}, text) : text);
  $("output-card").hidden = !D.steps.some(s => s.o);
  $("output").replaceChildren(...parts.length ? parts : [element("span.hint", {}, "nothing yet")]);
  $("output").scrollTop = 1e9;
}

/* ---- details: a step, a line, or an object ---- */

function trafficTable(title, rows) {
  const sum = rows.reduce((n, r) => n + r[1], 0), total = rows.reduce((n, r) => n + r[2], 0);
  if (!rows.length) return element("p.hint", {}, `${title} nothing.`);
  return element("details", {open: rows.length <= 6}, element("summary", {}, `${title} `, element("b", {}, plural(sum, "block")), ` (${bytes(total)})`),
    element("table.figures", {}, ...rows.map(([type, n, size]) => element("tr", {}, element("td", {}, type || "buffers and tables"), element("td.n", {}, number(n)), element("td.n", {}, bytes(size))))));
}

function merge(rows) {
  const found = new Map();
  for (const [, type, blocks, size] of rows ?? []) {
    const name = type ? types[type - 1] : "", row = found.get(name) ?? [name, 0, 0];
    found.set(name, [name, row[1] + blocks, row[2] + size]);
  }
  return [...found.values()].sort((a, b) => b[2] - a[2]);
}

function stepDetail(k) {
  const {born, died, bound, unbound} = changesOf(k), items = [];
  const value = id => !id ? "nothing" : isInline(id) ? element("code", {"data-id": id}, textOf(id, k)) : idLink(id);
  for (const b of bound.slice(0, 8)) items.push(element("li", {}, element("code", {}, b.name), b.old ? " is now " : " is ", value(b.id)));
  for (const name of unbound) items.push(element("li", {}, element("code", {}, name), " is no name any more"));
  const made = born.filter(id => !isInline(id));
  if (made.length) items.push(element("li.good", {}, "made: ", ...some(made.map(idLink))));
  const counts = things.filter(t => t && t.first < k && t.died > k && !isInline(t.id) && countOf(t.id, k) !== countOf(t.id, k - 1));
  for (const t of counts.slice(0, 5)) items.push(element("li", {}, "references to ", idLink(t.id), `: ${countOf(t.id, k - 1)} → ${countOf(t.id, k)}`));
  for (const id of died.filter(id => !isInline(id)).slice(0, 8)) items.push(element("li.bad", {}, idLink(id), things[id].by === 1 ? " was freed by the cycle collector" : things[id].by === 2 ? " was replaced in its block" : " was freed: its last reference went"));
  const promoted = D.steps[k].p?.length ? [...Array(D.steps[k].p.length / 2).keys()].map(i => [D.steps[k].p[2 * i], D.steps[k].p[2 * i + 1]]).filter(([id]) => things[id] && !isInline(id)) : [];
  if (promoted.length) items.push(element("li", {}, "survived the collection: ", ...some(promoted.map(([id]) => idLink(id)))));
  return [element("h2", {}, "In this step"), items.length ? element("ul.changes", {}, ...items) : element("p.hint", {}, "No name and no object on the page changed."),
          trafficTable("Allocated", merge(D.steps[k].a)), trafficTable("Freed", merge(D.steps[k].d)),
          element("p.hint", {}, "Counted in the whole process, the interpreter's own blocks included.")];
}

function close(text) {
  return element("button.close", {title: "Back to the step", "aria-label": "Back to the step", onclick() { selectedId = selectedLine = 0; show(step); }}, "×");
}

function lineDetail(line) {
  const runs = runsOf(line), made = things.filter(t => t && t.line === line && t.born >= 0 && !isInline(t.id)), gone = things.filter(t => t && t.deathLine === line && !isInline(t.id));
  return [element("h2", {}, `Line ${line}`, close()), element("p", {}, element("code", {}, quote(line) || " ")),
    runs.length ? element("p", {}, `Ran ${plural(runs.length, "time")}: `, ...some(runs.map(k => stepLink(k)), 8), ".") : element("p.hint", {}, "It did not run, or only as part of another line."),
    trafficTable("Allocated", trafficOf(line, "a")), trafficTable("Freed", trafficOf(line, "d")),
    made.length ? element("p", {}, "Objects born here: ", ...some(made.map(t => idLink(t.id)), 12), ".") : "",
    gone.length ? element("p", {}, "Objects freed here: ", ...some(gone.map(t => idLink(t.id)), 12), ".") : ""];
}

/* The count over the object's life, as a small drawing. */
function lifeLine(t, k) {
  const W = 340, H = 44, x = i => LAST ? W * i / LAST : 0, end = Math.min(t.died, LAST + 1);
  const most = Math.max(...t.counts.map(c => Math.min(c[1], 1e6)), 1), y = n => H - 4 - (H - 10) * Math.min(n, most) / most;
  let path = "", last = null;
  for (const [i, n] of t.counts) { path += last === null ? `M${x(i)},${y(n)}` : ` H${x(i)} V${y(n)}`; last = n; }
  path += ` H${x(end)}`;
  const host = element("div.life", {title: "reference count over the steps"});
  host.innerHTML = `<svg viewBox="0 0 ${W} ${H}" preserveAspectRatio="none"><rect x="${x(t.first)}" width="${Math.max(2, x(end) - x(t.first))}" height="${H}"/><path d="${path}"/><line x1="${x(k)}" x2="${x(k)}" y2="${H}"/></svg>`;
  return host;
}

function thingDetail(id, k) {
  const t = things[id], alive = isAlive(id, k), count = alive ? countOf(id, k) : 0, rows = [];
  const row = (name, ...what) => rows.push(element("tr", {}, element("td", {}, name), element("td", {}, ...what)));
  const born = isFixed(id) ? ["with the interpreter"] : t.born < 0 ? ["before the first line: it is a constant of the program, or older"] : [lineLink(t.line), ", ", stepLink(t.born + 1), quote(t.line) ? element("code", {}, ` ${quote(t.line)}`) : ""];
  row("born", ...born);
  for (const [i, g] of t.generations) row("promoted", `to generation ${g} of the collector, `, stepLink(i));
  if (t.died < Infinity) row("freed", lineLink(t.deathLine), ", ", stepLink(t.died), {0: ": its last reference went", 1: ": by the cycle collector", 2: ": another value was put in its block at once"}[t.by]);
  else row("freed", isFixed(id) ? "never" : "not while the program was recorded");
  row("where", isFixed(id) ? "in the program file of the interpreter itself" : t.place ? element("span", {title: addressText(t.place)}, `${placeText(t.place)}, `, poolLink(t.place, "show the blocks")) : "over 512 bytes: from the system's malloc");
  if (t.place) row("size", `${t.size} bytes in a block of ${t.place[3]}`);
  else if (!isFixed(id)) row("size", `${number(t.size)} bytes`);
  const holders = alive ? holdersOf(id, k) : [], rest = count - holders.length;
  const text = contentOf(id, alive ? k : t.died - 1);
  return [element("h2", {}, nameOf(id), close()), text.t ? element("p", {}, element("code", {}, text.t), text.interned ? element("span.hint", {}, " interned: one object for every equal name in the program") : "") : "",
    isFixed(id) ? "" : lifeLine(t, k), element("table.facts", {}, ...rows),
    alive && !isFixed(id) ? element("div", {}, element("h3", {}, `${plural(count, "reference")} to it now`),
      element("ul.changes", {}, ...holders.slice(0, 10).map(h => element("li", {}, h.text, " ", h.from ? idLink(h.from) : "")),
        holders.length > 10 ? element("li", {}, `${holders.length - 10} more`) : "",
        rest > 0 ? element("li.hint", {}, `${rest} from where the page does not look: ${t.born < 0 ? "the code that it is a constant of, " : ""}the interpreter, library objects`) : ""),
      unreached(k).includes(id) ? element("p.lost-note", {}, rest > 0 ? "No name of the program leads to it: the interpreter keeps it." : "No name leads to it any more: only objects in its own cycle refer to it. Counting cannot free it; the cycle collector will.") : "") :
    alive ? "" : element("p.hint", {}, k < t.first ? "At this step it does not exist yet." : "At this step it is gone.")];
}

function drawDetail(k) {
  const nodes = selectedId ? thingDetail(selectedId, k) : selectedLine ? lineDetail(selectedLine) : stepDetail(k);
  $("detail").replaceChildren(...nodes.filter(n => n !== ""));
  $("detail").classList.toggle("chosen", !!(selectedId || selectedLine));
}

/* ---- a is b ---- */

function drawSame(k) {
  const names = [];
  frames[k].forEach((f, i) => { for (const [name, id] of f.variables) if (id && !["function", "type"].includes(things[id].type) && !names.some(n => n.name === name && n.id === id)) names.push({name: name, id, where: i ? f.name : ""}); });
  const rows = [], seen = new Set();
  names.forEach((a, i) => names.slice(i + 1).forEach(b => {
    const same = a.id === b.id, x = contentOf(a.id, k), y = contentOf(b.id, k);
    const equal = same || (things[a.id].type === things[b.id].type && JSON.stringify({...x, interned: 0}) === JSON.stringify({...y, interned: 0}) && x.k !== "o" && x.k !== "x");
    if (!equal || (same && ["NoneType", "bool"].includes(things[a.id].type))) return;
    const key = [a.name, b.name].join(), p = things[a.id].place, q = things[b.id].place;
    if (seen.has(key)) return;
    seen.add(key);
    const why = same ? isFixed(a.id) ? things[a.id].type === "int" ? "ints from -5 to 256 exist once" : "it exists once in the interpreter"
                       : x.interned ? "equal text that looks like a name is interned: kept once" : `two names, one object (${nameOf(a.id)})`
                     : `equal, but two objects: ${p ? placeText(p) : nameOf(a.id)} and ${q ? placeText(q) : nameOf(b.id)}`;
    rows.push(element("tr", {}, element("td", {}, element("code", {"data-id": a.id}, a.name), " is ", element("code", {"data-id": b.id}, b.name)),
                      element(`td.${same ? "good" : "bad"}`, {}, same ? "True" : "False"), element("td.why", {}, why)));
  }));
  $("same-card").hidden = !frames.some(fs => fs.some(f => f.variables.length > 1));
  $("same").replaceChildren(rows.length ? element("table.figures", {}, ...rows.slice(0, 8)) : element("p.hint", {}, "No two names share an object or have equal values at this step."),
                            rows.length > 8 ? element("p.hint", {}, `${rows.length - 8} more pairs`) : "");
}

/* ---- showing a step ---- */

function setHash() {
  const hash = `#step=${step}` + (selectedId ? `&object=${selectedId}` : selectedLine ? `&line=${selectedLine}` : "");
  if (location.hash !== hash) history.replaceState(null, "", hash);
}

function show(k) {
  step = Math.max(0, Math.min(LAST, k));
  $("slider").value = step;
  $("where").textContent = `step ${step} of ${LAST}`;
  document.body.dataset.step = step;
  drawStory(step);
  drawNotes(step);
  drawCode(step);
  drawOutput(step);
  drawStage(step);
  drawSame(step);
  drawMap(step, selectedId ? things[selectedId] : null);
  drawLedger(step);
  drawLists(step);
  drawDetail(step);
  markSelected();
  setHash();
}

function markSelected() {
  document.querySelectorAll(".selected-thing").forEach(e => e.classList.remove("selected-thing"));
  if (selectedId) document.querySelectorAll(`#stage [data-id="${selectedId}"]`).forEach(e => e.classList.add("selected-thing"));
}

function select(id) {
  selectedId = id;
  selectedLine = 0;
  show(step);
}

function selectLine(line) {
  selectedLine = selectedLine === line ? 0 : line;
  selectedId = 0;
  show(step);
}

function play(on) {
  clearInterval(timer);
  timer = on ? setInterval(() => { if (step >= LAST) play(false); else show(step + 1); }, 900) : 0;
  $("play").lastElementChild.textContent = timer ? "Pause" : "Play";
  $("play").classList.toggle("on", !!timer);
}

/* Hovering anything that stands for an object shows where else it is, and its arrows. */
function hover(id) {
  document.querySelectorAll(".hover").forEach(e => e.classList.remove("hover"));
  $("stage").classList.toggle("hovering", !!id);
  if (!id) return;
  document.querySelectorAll(`[data-id="${id}"], [data-to="${id}"], [data-source="${id}"]`).forEach(e => e.classList.add("hover"));
  document.querySelectorAll(`[data-source="${id}"]`).forEach(a => document.querySelectorAll(`.box[data-id="${a.dataset.to}"]`).forEach(e => e.classList.add("hover")));
}

/* Above the slider: what kind of step each one is. */
function drawTicks() {
  const canvas = $("ticks"), width = canvas.parentElement.clientWidth, scale = devicePixelRatio || 1, style = getComputedStyle(document.body);
  canvas.width = width * scale;
  canvas.height = 10 * scale;
  canvas.style.width = width + "px";
  const c = canvas.getContext("2d");
  c.scale(scale, scale);
  const x = k => 8 + (width - 16) * (LAST ? k / LAST : 0), w = Math.max(1, Math.min(4, (width - 16) / (LAST + 1) - 1));
  D.steps.forEach((s, k) => {
    const died = s.x.some(d => !isInline(d[0])), born = s.n.some(n => !isInline(n[0]) && n[3] >= 0);
    const kind = s.w === "raise" || (s.w === "end" && s.e) ? "--bad" : s.G?.some(g => g[1]) ? "--gc" : died ? "--bad-soft" : born ? "--good" : "";
    if (!kind) return;
    c.fillStyle = style.getPropertyValue(kind);
    c.fillRect(x(k) - w / 2, 1, w, 8);
  });
}

function theme(name) {
  document.documentElement.dataset.theme = name;
  drawTicks();
}

function readHash() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const id = Number(wanted.get("object")), line = Number(wanted.get("line"));
  selectedId = things[id] ? id : 0;
  selectedLine = !selectedId && D.source[line - 1] !== undefined ? line : 0;
  show(Number(wanted.get("step")) || 0);
}

function start() {
  document.title = `${D.file.split("/").pop()}: its memory, line by line`;
  $("file").textContent = [D.file.split("/").pop(), ...D.argv].join(" ");
  $("file").title = D.file;
  $("slider").max = LAST;
  makeCode();
  drawSimulate();
  $("stage-legend").replaceChildren(element("span.key.fresh"), " new in this step ", element("span.key.change"), " changed ", element("span.key.gone"), " freed in this step ",
    element("span.key.lost"), " alive, but no name leads there ", element("span.badge", {}, "2"), " references to it");
  $("map-legend").replaceChildren("A pool's number is the size of its blocks in bytes; the fill is how many are in use. ", element("span.key.change"), " changed in this step");
  $("foot").textContent = `Recorded by ouro ${D.ouro}. At most ${number(D.limits.steps)} steps, ${D.limits.things} objects at a time, ${D.limits.items} items of each, ${D.limits.bytes >> 20} MiB. Keys: ← → step, Home, End, space plays, Esc closes.`;
  $("slider").oninput = e => show(Number(e.target.value));
  $("first").onclick = () => show(0);
  $("back").onclick = () => show(step - 1);
  $("next").onclick = () => show(step + 1);
  $("last").onclick = () => show(LAST);
  $("play").onclick = () => { if (!timer && step >= LAST) show(0); play(!timer); };
  $("theme").onclick = () => theme((document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark" ? "light" : "dark");
  $("values").onchange = e => { showValues = e.target.checked; layout = null; show(step); };
  $("boxes").onclick = e => { const at = e.target.closest("[data-id]"); if (at) select(Number(at.dataset.id)); };
  document.addEventListener("mouseover", e => hover(e.target.closest?.("[data-id]")?.dataset.id));
  document.addEventListener("keydown", e => {
    const keys = {ArrowRight: () => show(step + 1), ArrowLeft: () => show(step - 1), Home: () => show(0), End: () => show(LAST), " ": () => $("play").onclick(),
                  Escape: () => { selectedId = selectedLine = 0; openPool = null; show(step); }, Enter: () => { const id = document.activeElement?.dataset?.id; if (id) select(Number(id)); }};
    if (e.target.type === "number" || e.ctrlKey || e.metaKey || e.altKey || !keys[e.key] || (e.key === " " && e.target.tagName === "BUTTON")) return;
    if (e.key === "Enter" && !document.activeElement?.dataset?.id) return;
    e.preventDefault();
    if (e.key !== " ") play(false);
    keys[e.key]();
  });
  addEventListener("hashchange", readHash);
  addEventListener("resize", () => { layout = null; drawTicks(); show(step); });
  drawTicks();
  readHash();
  document.body.dataset.ready = "1";
}

start();
