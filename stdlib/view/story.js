/* What happened in a step, in a sentence or two, and the notes above the page. */
const quote = line => (D.source[line - 1] ?? "").replace(/\s{2,}#.*$/, "").trim(); // without its comment
const code = text => element("code", {}, text);
const bold = text => element("b", {}, text);
const hint = text => element("p.hint", {}, text);

/* A link that stays on the page. */
function link(text, onclick, attributes) {
  const go = event => {
    event.preventDefault();
    onclick();
  };
  return element(attributes?.kind ?? "a", {href: "#", onclick: go, ...attributes}, text);
}

function idLink(id) {
  const first = things[id].contents[0]?.[1];
  const text = isInline(id) && first?.k === "a" ? textOf(id, things[id].first) : nameOf(id);
  return link(text, () => select(id), {"data-id": id});
}
const stepLink = k => link(`step ${k}`, () => show(k));
const lineLink = line => link(`line ${line}`, () => selectLine(line));

/* [a, b, c] as "a, b and c", at most so many of them. */
function some(nodes, most = 5) {
  const shown = nodes.slice(0, most),
    rest = nodes.length - shown.length;
  const last = rest ? -1 : shown.length - 1;
  const listed = shown.flatMap((n, i) => (i === 0 ? [n] : [i === last ? " and " : ", ", n]));
  return rest ? [...listed, ` and ${rest} more`] : listed;
}

/* What a step did to names and objects. */
function changesOf(k) {
  const before = k > 0 ? frames[k - 1] : [],
    bound = [],
    unbound = [];
  frames[k].forEach((f, i) => {
    const old = before[i]?.name === f.name ? new Map(before[i].variables) : new Map();
    for (const [name, id] of f.variables) if (old.get(name) !== id) bound.push({name, id, old: old.get(name)});
    for (const name of old.keys()) if (!f.variables.some(v => v[0] === name)) unbound.push(name);
  });
  const born = D.steps[k].n.map(n => n[0]).filter(id => things[id].born >= k - 1);
  return {born: born.filter(isBoxed), died: D.steps[k].x.map(x => x[0]).filter(isBoxed), bound, unbound};
}

const isBoxed = id => !isInline(id);
const frameName = f => (f.name === "<module>" ? "the module" : `${f.name}()`);

function afterCall(line, frame) {
  if (/^class\b/.test(quote(line)))
    return [
      bold(`Line ${line}`),
      ": the body of ",
      code(`class ${frame.name}`),
      " runs; its names will be the class's attributes.",
    ];
  return [bold(`Line ${line}`), " called ", bold(frame.name), ". Its frame has the arguments."];
}

function happened(k) {
  const s = D.steps[k],
    now = frames[k],
    before = frames[k - 1],
    line = ranLine(k),
    frame = now.at(-1);
  if (k === 0) return ["Nothing has run yet. The program is compiled: the constants in it exist already."];
  if (s.w === "raise") return [element("b.bad", {}, s.e), ` leaves ${frameName(frame)}.`];
  if (s.w === "end" && s.e) return [element("b.bad", {}, s.e), " ended the program. This is what was still there."];
  if (s.w === "end") return ["The program is over. This is what is left before everything is cleared away."];
  if (s.w === "return") {
    const value = isInline(s.v) ? textOf(s.v, k) : nameOf(s.v);
    return [`${frameName(frame)} returns `, element("b", {"data-id": s.v || undefined}, value), "."];
  }
  if (D.steps[k - 1].w === "raise") return [`Line ${s.l} in ${frameName(frame)} handles the exception.`];
  if (now.length > before.length) return afterCall(line, frame);
  if (now.length < before.length)
    return [`Back in ${frameName(frame)}: line ${before[now.length - 1]?.line ?? line} is finished.`];
  return [bold(`Line ${line}`), " ran: ", code(quote(line))];
}

function collectionText([generation, found]) {
  const which = generation ? `generation ${generation} and younger` : "generation 0";
  const result = found ? `${plural(found, "object")} freed that counting alone would have kept.` : "nothing to free.";
  return element("b.gc", {}, `The cycle collector looked at ${which}: ${result}`);
}

/* Those that lost their last name in this step and hold each other. */
function newGarbage(k) {
  const before = new Set(k > 0 ? unreached(k - 1) : []);
  return k > 0 ? unreached(k).filter(id => !before.has(id) && countOf(id, k) <= holdersOf(id, k).length) : [];
}

function drawStory(k) {
  const text = happened(k),
    garbage = newGarbage(k);
  for (const collection of D.steps[k].G ?? []) text.push(" ", collectionText(collection));
  const counted = changesOf(k).died.filter(id => things[id].by === 0);
  if (counted.length) text.push(" Freed, because the last reference went: ", ...some(counted.map(idLink)), ".");
  if (garbage.length) {
    const they =
      garbage.length > 1
        ? "they refer to each other: counting cannot free them."
        : "it refers to itself: counting cannot free it.";
    text.push(" ", element("b.gc", {}, "No name leads to ", ...some(garbage.map(idLink)), ` any more, but ${they}`));
  }
  document.getElementById("story").replaceChildren(...text);
}

/* ---- notes ---- */

const WELCOME =
  "Press → (or drag the slider) to run the program line by line. A box is an object, an arrow a reference " +
  "to it, the number in its corner how many references there are. Point at anything to see what it is connected with, " +
  "click it for its story.";

/* The step from which on the exception that ends the program is on its way. */
let errorFrom = LAST;
while (errorFrom > 0 && D.steps[errorFrom - 1].w === "raise") errorFrom--;

function drawNotes(k) {
  const notes = [],
    s = D.steps[k],
    ranOn = D.end.error ? "until an exception ended it" : "to its end";
  const note = (kind, text) => notes.push(element(`div.note${kind}`, {}, text));
  if (k === 0) note(".mild", WELCOME);
  if (D.end.stopped && k === LAST)
    note(
      "",
      `Recording stopped here, after ${plural(LAST + 1, "step")}: ${D.end.stopped}. The program ran on ${ranOn}.`,
    );
  else if (D.end.stopped)
    note(".mild", `The recording has the first ${number(LAST + 1)} steps; the program ran on ${ranOn}.`);
  if (s.z)
    note("", `There are more objects than the ${D.limits.things} that are drawn. The map and the ledger count all.`);
  const hidden = boxedGarbage(k).length - LOST_SHOWN;
  if (hidden > 0)
    note(".mild", `${plural(hidden, "more object")} that no name leads to ${hidden > 1 ? "are" : "is"} not drawn.`);
  if (s.F)
    note(".mild", `The stack is deep: ${plural(s.F, "frame")} between the module and the innermost are not shown.`);
  if (D.end.error && k >= errorFrom) notes.push(element("pre.error", {}, D.end.error.trimEnd()));
  document.getElementById("notes").replaceChildren(...notes);
}
