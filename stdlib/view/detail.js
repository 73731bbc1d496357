/* The card beside the stage: what a step did, what a line does, or the biography of an object; and which names are the
 * same object. */
const list = items => element("ul.changes", {}, ...items);
const item = (...children) => element("li", {}, ...children);
const coloured = (colour, ...children) => element(`li.${colour}`, {}, ...children);

/* ---- blocks allocated and freed ---- */

/* rows: [type, blocks, bytes] */
function trafficTable(title, rows) {
  if (!rows.length) return hint(`${title} nothing.`);
  const blocks = rows.reduce((n, r) => n + r[1], 0),
    size = rows.reduce((n, r) => n + r[2], 0);
  const row = ([type, n, total]) =>
    element(
      "tr",
      {},
      element("td", {}, type || "buffers and tables"),
      element("td.n", {}, number(n)),
      element("td.n", {}, bytes(total)),
    );
  return element(
    "details",
    {open: rows.length <= 6},
    element("summary", {}, `${title} `, bold(plural(blocks, "block")), ` (${bytes(size)})`),
    element("table.figures", {}, ...rows.map(row)),
  );
}

/* ---- a step ---- */

function promotedIn(k) {
  const p = D.steps[k].p ?? [];
  return p.filter((_, i) => i % 2 === 0).filter(id => things[id] && isBoxed(id));
}

const DEATHS = [
  " was freed: its last reference went",
  " was freed by the cycle collector",
  " was replaced in its block",
];

function stepDetail(k) {
  const {born, died, bound, unbound} = changesOf(k),
    items = [];
  const value = id => (!id ? "not shown" : isInline(id) ? element("code", {"data-id": id}, textOf(id, k)) : idLink(id));
  for (const b of bound.slice(0, 8)) items.push(item(code(b.name), b.old ? " is now " : " is ", value(b.id)));
  for (const name of unbound) items.push(item(code(name), " is no name any more"));
  if (born.length) items.push(coloured("good", "made: ", ...some(born.map(idLink))));
  const recounted = things.filter(
    t => t && t.first < k && t.died > k && isBoxed(t.id) && countOf(t.id, k) !== countOf(t.id, k - 1),
  );
  for (const {id} of recounted.slice(0, 5))
    items.push(item("references to ", idLink(id), `: ${countOf(id, k - 1)} → ${countOf(id, k)}`));
  for (const id of died.slice(0, 8)) items.push(coloured("bad", idLink(id), DEATHS[things[id].by]));
  const promoted = promotedIn(k);
  if (promoted.length) items.push(item("survived the collection: ", ...some(promoted.map(idLink))));
  return [
    element("h2", {}, "In this step"),
    items.length ? list(items) : hint("No name and no object on the page changed."),
    trafficTable("Allocated", trafficIn([D.steps[k]], "a")),
    trafficTable("Freed", trafficIn([D.steps[k]], "d")),
    hint("Counted in the whole process, the interpreter's own blocks included."),
  ];
}

/* ---- a line ---- */

function closeButton() {
  const back = () => choose(0, 0);
  return element(
    "button.close",
    {title: "Back to the step (Esc)", "aria-label": "Back to the step", onclick: back},
    "×",
  );
}

function lineDetail(line) {
  const runs = runsOf(line),
    boxed = things.filter(t => t && isBoxed(t.id));
  const born = boxed.filter(t => t.line === line && t.born >= 0),
    died = boxed.filter(t => t.deathLine === line);
  const ran = runs.length
    ? element("p", {}, `Ran ${plural(runs.length, "time")}: `, ...some(runs.map(stepLink), 8), ".")
    : hint("It did not run, or only as part of another line.");
  return [
    element("h2", {}, `Line ${line}`, closeButton()),
    element("p", {}, code(quote(line) || " ")),
    ran,
    trafficTable("Allocated", trafficIn(D.steps, "a", line)),
    trafficTable("Freed", trafficIn(D.steps, "d", line)),
    born.length &&
      element(
        "p",
        {},
        "Objects born here: ",
        ...some(
          born.map(t => idLink(t.id)),
          12,
        ),
        ".",
      ),
    died.length &&
      element(
        "p",
        {},
        "Objects freed here: ",
        ...some(
          died.map(t => idLink(t.id)),
          12,
        ),
        ".",
      ),
  ];
}

/* ---- an object ---- */

/* Its reference count over the steps, from birth to death, as a small drawing. */
function lifeLine(t, k) {
  const W = 340,
    H = 44,
    x = i => (LAST ? (W * i) / LAST : 0),
    end = x(Math.min(t.died, LAST + 1));
  const most = Math.max(...t.counts.map(c => c[1]), 1),
    y = n => H - 4 - ((H - 10) * n) / most;
  const path = t.counts.map(([i, n], at) => (at ? `H${x(i)} V${y(n)}` : `M${x(i)},${y(n)}`)).join(" ");
  const host = element("div.life", {title: "its reference count over the steps"});
  host.innerHTML = `<svg viewBox="0 0 ${W} ${H}" preserveAspectRatio="none">
    <rect x="${x(t.first)}" width="${Math.max(2, end - x(t.first))}" height="${H}"/>
    <path d="${path} H${end}"/><line x1="${x(k)}" x2="${x(k)}" y2="${H}"/></svg>`;
  return host;
}

function bornText(t) {
  if (isFixed(t.id)) return ["with the interpreter"];
  if (t.born < 0) return ["before the first line: it is a constant of the program, or older"];
  return [lineLink(t.line), ", ", stepLink(t.born + 1), " ", code(quote(t.line))];
}

function freedText(t) {
  if (isFixed(t.id)) return ["never"];
  if (t.died === Infinity) return ["not while the program was recorded"];
  const why = ["its last reference went", "by the cycle collector", "another value was put in its block at once"][t.by];
  return [lineLink(t.deathLine), ", ", stepLink(t.died), `: ${why}`];
}

function placeRows(t) {
  if (isFixed(t.id)) return [["where", "in the program file of the interpreter itself"]];
  if (!t.place)
    return [
      ["where", "over 512 bytes: from the system's malloc"],
      ["size", `${number(t.size)} bytes`],
    ];
  const where = element(
    "span",
    {title: addressText(t.place)},
    `${placeText(t.place)}, `,
    poolLink(t.place, "show the blocks"),
  );
  return [
    ["where", where],
    ["size", `${t.size} bytes in a block of ${t.place[3]}`],
  ];
}

function factsTable(t) {
  const promotions = t.generations.map(([k, g]) => ["promoted", `to generation ${g} of the collector, `, stepLink(k)]);
  const rows = [["born", ...bornText(t)], ...promotions, ["freed", ...freedText(t)], ...placeRows(t)];
  return element(
    "table.facts",
    {},
    ...rows.map(([name, ...what]) => element("tr", {}, element("td", {}, name), element("td", {}, ...what))),
  );
}

function referencesTo(t, k) {
  const count = countOf(t.id, k),
    holders = holdersOf(t.id, k),
    rest = count - holders.length;
  const rows = holders.slice(0, 10).map(h => item(h.text, " ", h.from ? idLink(h.from) : ""));
  if (holders.length > 10) rows.push(item(`${holders.length - 10} more`));
  const unseen = (t.born < 0 ? "the code that it is a constant of, " : "") + "the interpreter, library objects";
  if (rest > 0) rows.push(coloured("hint", `${rest} from where the page does not look: ${unseen}`));
  const lostText =
    rest > 0
      ? "No name of the program leads to it: the interpreter keeps it."
      : "No name leads to it any more: only objects in its own cycle refer to it. Counting cannot free it; the cycle " +
        "collector will.";
  return element(
    "div",
    {},
    element("h3", {}, `${plural(count, "reference")} to it now`),
    list(rows),
    unreached(k).includes(t.id) && element("p.gc", {}, lostText),
  );
}

function thingDetail(id, k) {
  const t = things[id],
    alive = isAlive(id, k),
    content = contentOf(id, alive ? k : t.died - 1);
  const interned =
    content.interned && element("span.hint", {}, " interned: one object for every equal name in the program");
  return [
    element("h2", {}, nameOf(id), closeButton()),
    content.t && element("p", {}, code(content.t), interned),
    !isFixed(id) && lifeLine(t, k),
    factsTable(t),
    alive
      ? !isFixed(id) && referencesTo(t, k)
      : hint(k < t.first ? "At this step it does not exist yet." : "At this step it is gone."),
  ];
}

function drawDetail(k) {
  const host = document.getElementById("detail");
  const nodes = selectedId ? thingDetail(selectedId, k) : selectedLine ? lineDetail(selectedLine) : stepDetail(k);
  host.replaceChildren(...nodes.filter(Boolean));
  host.classList.toggle("chosen", !!(selectedId || selectedLine));
}

/* ---- a is b ---- */

/* The variables of all frames, each object once under each name. */
function namesInSight(k) {
  const names = new Map();
  for (const f of frames[k])
    for (const [name, id] of f.variables)
      if (id && !["function", "type"].includes(things[id].type)) names.set(`${name} ${id}`, {name, id});
  return [...names.values()];
}

function areEqual(a, b, k) {
  const x = contentOf(a, k),
    y = contentOf(b, k);
  return (
    a === b ||
    (things[a].type === things[b].type &&
      !["o", "x"].includes(x.k) &&
      JSON.stringify({...x, interned: 0}) === JSON.stringify({...y, interned: 0}))
  );
}

function whySame(a, b, k) {
  const p = things[a].place,
    q = things[b].place;
  if (a !== b) return `equal, but two objects: ${p ? placeText(p) : nameOf(a)} and ${q ? placeText(q) : nameOf(b)}`;
  if (isFixed(a))
    return things[a].type === "int" ? "ints from -5 to 256 exist once" : "it exists once in the interpreter";
  if (contentOf(a, k).interned) return "equal text that looks like a name is interned: kept once";
  return `two names, one object (${nameOf(a)})`;
}

function drawSame(k) {
  const names = namesInSight(k),
    rows = [],
    most = 8;
  names.forEach((a, i) =>
    names.slice(i + 1).forEach(b => {
      const same = a.id === b.id;
      if (a.name === b.name || !areEqual(a.id, b.id, k) || (same && ["NoneType", "bool"].includes(things[a.id].type)))
        return;
      rows.push(
        element(
          "tr",
          {},
          element(
            "td",
            {},
            element("code", {"data-id": a.id}, a.name),
            " is ",
            element("code", {"data-id": b.id}, b.name),
          ),
          element(`td.${same ? "good" : "bad"}`, {}, same ? "True" : "False"),
          element("td.why", {}, whySame(a.id, b.id, k)),
        ),
      );
    }),
  );
  document
    .getElementById("same")
    .replaceChildren(
      rows.length
        ? element("table.figures", {}, ...rows.slice(0, most))
        : hint("No two names share an object or have equal values at this step."),
      rows.length > most ? hint(`${rows.length - most} more pairs`) : "",
    );
}
