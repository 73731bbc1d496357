/* The recording, made easy to ask. A step has only what changed (interp/view/steps.c); here each thing, pool and list
 * gets its own history, so that the state at any step is a look-up and steps can be visited in any order.
 *
 *   history: [[step, value], ...], by step; at(history, k) is the value that holds at step k
 */
const D = JSON.parse(document.getElementById("recording").textContent);
const LAST = D.steps.length - 1;

/* A function of a step, with its last answers kept. */
function cached(f) {
  const answers = new Map();
  return k => {
    if (!answers.has(k)) {
      if (answers.size > 400) answers.clear();
      answers.set(k, f(k));
    }
    return answers.get(k);
  };
}

function at(history, k) {
  let low = 0,
    high = history.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (history[middle][0] <= k) low = middle + 1;
    else high = middle;
  }
  return low ? history[low - 1][1] : undefined;
}

const types = [];
const things = [null]; // by id
const pools = new Map(); // "arena/pool" -> history of {state, size, used, serving, blocks}
const listHistory = D.lists.map(() => []);
const frames = []; // by step: [{name, line, variables: [[name, id]], temporaries: [id]}]
const arenas = []; // by step: [arena]

function readThings(step, k) {
  for (const [id, line, by] of step.x) {
    const t = things[id];
    Object.assign(t, {died: k, deathLine: line, by});
  }
  for (const [id, type, size, born, line, place] of step.n)
    things[id] = {
      id,
      type: types[type],
      size,
      born,
      line,
      place: place.length ? place : null,
      first: k,
      died: Infinity,
      contents: [],
      counts: [],
      generations: [],
      lost: [],
    };
  for (const [id, c] of step.c) things[id].contents.push([k, c]);
  for (let i = 0; i < step.r.length; i += 2) things[step.r[i]]?.counts.push([k, step.r[i + 1]]);
  for (const id of step.u ?? []) things[Math.abs(id)].lost.push([k, id > 0]);
  for (let i = 0; step.p && i < step.p.length; i += 2) things[step.p[i]]?.generations.push([k, step.p[i + 1]]);
}

D.steps.forEach((step, k) => {
  types.push(...step.t);
  readThings(step, k);
  frames.push(
    step.f.map((f, i) =>
      f === 0
        ? {...frames[k - 1][i], returns: 0}
        : {name: f[0], line: f[1], variables: f[2], temporaries: f[3], returns: 0},
    ),
  );
  frames[k].at(-1).returns = step.v ?? 0;
  arenas.push(step.A);
  for (const [arena, pool, state, size, used, serving, blocks] of step.m) {
    const key = arena + "/" + pool;
    if (!pools.has(key)) pools.set(key, []);
    pools.get(key).push([k, {arena, pool, state, size, used, serving, blocks}]);
  }
  for (const [list, count] of step.k) listHistory[list].push([k, count]);
});

const contentOf = (id, k) => at(things[id].contents, k) ?? {k: "x", i: []};
const countOf = (id, k) => at(things[id].counts, k);
const isFixed = id => things[id].size === 0;
const isAlive = (id, k) => id && things[id] && things[id].first <= k && k < things[id].died;
const isText = id => contentOf(id, things[id].first).k === "a";
const textOf = (id, k) => (id === 0 ? "…" : contentOf(id, k).t);

/* Everything that a thing refers to at step k: [[label, id], ...], with more: how many items are not shown. */
function slotsOf(id, k) {
  const c = contentOf(id, k),
    slots = [];
  if (c.k === "d") for (const [key, value] of c.i) slots.push({key, id: value});
  else if (c.k === "s") c.i.forEach((item, i) => slots.push({label: String(i), id: item}));
  else if (c.k === "u" || c.k === "x") for (const item of c.i) slots.push({label: "", id: item});
  if (c.k === "w" && c.w) slots.push({label: "points to", id: c.w, weak: true});
  const items = slots.length;
  for (const [name, value] of c.a ?? []) slots.push({label: name, id: value, attribute: true});
  return {slots, more: (c.n ?? items) - items};
}

const referencesOf = (id, k) =>
  slotsOf(id, k)
    .slots.filter(s => !s.weak)
    .flatMap(s => (s.key ? [s.key, s.id] : [s.id]))
    .filter(Boolean);

/* What a name leads to at step k, in the order of the walk: Map id -> distance. */
function reachable(k) {
  const depth = new Map();
  let level = [];
  const see = (id, d) => {
    if (isAlive(id, k) && !depth.has(id)) {
      depth.set(id, d);
      level.push(id);
    }
  };
  for (const f of frames[k]) {
    for (const [, id] of f.variables) see(id, 1);
    for (const id of f.temporaries) see(id, 1);
  }
  if (D.steps[k].v) see(D.steps[k].v, 1);
  for (let d = 2; level.length; d++) {
    const above = level;
    level = [];
    for (const id of above) for (const child of referencesOf(id, k)) see(child, d);
  }
  return depth;
}

const reach = cached(reachable);

/* Alive, but no name leads there: garbage in a cycle, or something that the interpreter keeps. Values are not shown.
 * Where objects were left out nobody can tell: the way may lead through one of those. */
const unreached = cached(k => (D.steps[k].z ? [] : things.filter(t => t && isLost(t, k)).map(t => t.id)));

function isLost(t, k) {
  if (!isAlive(t.id, k) || !at(t.lost, k) || isFixed(t.id) || contentOf(t.id, k).k === "a") return false;
  return t.type !== "tuple" || t.born >= 0; // constants of the code
}

/* The references to a thing that are on the page, as texts: [{text, from: id or 0}, ...] */
function holdersOf(id, k) {
  const found = [];
  frames[k].forEach((f, i) => {
    for (const [name, value] of f.variables)
      if (value === id) found.push({text: `${i ? "local" : "global"} ${name}` + (i ? ` of ${f.name}` : ""), from: 0});
    for (const value of f.temporaries)
      if (value === id) found.push({text: `temporary of ${i ? f.name : "the module"}`, from: 0});
  });
  for (const other of [...reach(k).keys(), ...unreached(k)])
    for (const s of slotsOf(other, k).slots) {
      if (s.weak) continue;
      if (s.id === id) found.push({text: slotText(s, k) + " of", from: other});
      if (s.key === id) found.push({text: "key of", from: other});
    }
  return found;
}

function slotText(s, k) {
  if (s.key) return `item ${textOf(s.key, k)}`;
  if (s.attribute) return `attribute ${s.label}`;
  return s.label === "" ? "item" : `item ${s.label}`;
}

const stepLine = k => D.steps[k].l;
/* The line whose effects a step shows. */
const ranLine = k => (k > 0 ? stepLine(k - 1) : 0);

const runsOf = line =>
  D.steps.flatMap((s, k) => (k > 0 && ranLine(k) === line && D.steps[k - 1].w === "line" ? [k] : []));

/* Blocks allocated ("a") or freed ("d") in some steps, by a line or by all, the most first: [type, blocks, bytes]. */
function trafficIn(steps, key, line) {
  const rows = new Map();
  for (const s of steps)
    for (const [at, type, blocks, size] of s[key] ?? []) {
      if (line && at !== line) continue;
      const name = type ? types[type - 1] : "",
        [, n, total] = rows.get(name) ?? [name, 0, 0];
      rows.set(name, [name, n + blocks, total + size]);
    }
  return [...rows.values()].sort((a, b) => b[2] - a[2]);
}

/* ---- texts ---- */

const number = n => Math.round(n).toLocaleString("en-US");
const bytes = n =>
  n < 10240
    ? `${number(n)} B`
    : n < 1 << 20
      ? `${(n / 1024).toFixed(n < 102400 ? 1 : 0)} KiB`
      : `${(n / (1 << 20)).toFixed(1)} MiB`;
const plural = (n, word) => `${number(n)} ${word}${n === 1 ? "" : "s"}`;
const nameOf = id => `${things[id].type} #${id}`;
const placeText = p => `arena ${p[0]}, pool ${p[1]}, block ${p[2]}`;
const addressText = p => `arena ${p[0]} + 0x${(4096 * p[1] + p[2] * p[3]).toString(16)}`;

/* element("div.card.new", {onclick}, child, ...): text children are never read as markup. */
function element(kind, attributes, ...children) {
  const [tag, ...classes] = kind.split(".");
  const e = document.createElement(tag);
  e.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes ?? {}))
    if (key.startsWith("on")) e[key] = value;
    else if (key === "style") e.style.cssText = value;
    else if (value !== undefined && value !== false) e.setAttribute(key, value === true ? "" : value);
  e.append(...children.filter(c => c !== null && c !== undefined && c !== false));
  return e;
}
