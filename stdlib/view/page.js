/* The page: which step is shown, what is selected, and what the reader can press. */
let step = 0,
  selectedId = 0,
  selectedLine = 0,
  timer = 0;
const $ = id => document.getElementById(id);

/* ---- the program and what it printed ---- */

const SYNTAX = new RegExp(
  [
    /(?<comment>#.*$)/,
    /(?<string>"""[^]*?"""|'''[^]*?'''|[rbfRBF]?"(?:\\.|[^"\\])*"?|[rbfRBF]?'(?:\\.|[^'\\])*'?)/,
    new RegExp(
      "\\b(?<keyword>" +
        (
          "False None True and as assert async await break class continue def del elif else except " +
          "finally for from global if import in is lambda nonlocal not or pass raise return try while with yield match case"
        ).replaceAll(" ", "|") +
        ")\\b",
    ),
    /\b(?<digits>\d[\w.]*)/,
  ]
    .map(r => r.source)
    .join("|"),
  "g",
);

function highlight(text) {
  const parts = [];
  let end = 0;
  for (const m of text.matchAll(SYNTAX)) {
    const kind = Object.keys(m.groups).find(name => m.groups[name] !== undefined);
    parts.push(text.slice(end, m.index), element(`span.${kind}`, {}, m[0]));
    end = m.index + m[0].length;
  }
  return [...parts, text.slice(end)];
}

function makeCode() {
  const runs = new Set(D.steps.map(s => s.l));
  $("code").replaceChildren(
    ...D.source.map((text, i) =>
      element(
        `div.line${runs.has(i + 1) ? ".runs" : ""}`,
        {id: `line${i + 1}`, onclick: () => selectLine(i + 1)},
        element("span.gutter", {}, String(i + 1)),
        element("code", {}, ...(text ? highlight(text) : ["\u00a0"])),
      ),
    ),
  );
}

function drawCode(k) {
  const host = $("code"),
    s = D.steps[k],
    just = ranLine(k),
    next = s.w === "line" ? s.l : 0;
  for (const e of host.children) e.classList.remove("just", "next", "selected", "failed");
  $(`line${just}`)?.classList.add("just");
  $(`line${next}`)?.classList.add("next");
  $(`line${selectedLine}`)?.classList.add("selected");
  if (s.w === "raise") $(`line${s.l}`)?.classList.add("failed");
  const e = $(`line${next || just}`);
  if (e && (e.offsetTop < host.scrollTop + 20 || e.offsetTop > host.scrollTop + host.clientHeight - 44))
    host.scrollTop = e.offsetTop - host.clientHeight / 2;
}

function drawOutput(k) {
  const parts = [];
  for (let i = 0; i <= k; i++)
    for (const [stream, text] of D.steps[i].o ?? [])
      parts.push(element(i === k ? "mark" : stream === 2 ? "span.bad" : "span", {}, text));
  $("output").replaceChildren(...(parts.length ? parts : [element("span.hint", {}, "nothing yet")]));
  $("output").scrollTop = $("output").scrollHeight;
}

/* ---- showing a step ---- */

function show(k) {
  step = Math.max(0, Math.min(LAST, k));
  $("slider").value = step;
  $("where").textContent = `step ${step} of ${LAST}`;
  for (const draw of [
    drawStory,
    drawNotes,
    drawCode,
    drawOutput,
    drawStage,
    drawSame,
    drawMap,
    drawLedger,
    drawLists,
    drawDetail,
  ])
    draw(step);
  markSelected();
  const chosen = selectedId ? `&object=${selectedId}` : selectedLine ? `&line=${selectedLine}` : "";
  history.replaceState(null, "", `#step=${step}${chosen}`);
}

function markSelected() {
  document.querySelectorAll(".selected-thing").forEach(e => e.classList.remove("selected-thing"));
  if (selectedId)
    document.querySelectorAll(`#stage [data-id="${selectedId}"]`).forEach(e => e.classList.add("selected-thing"));
}

function choose(id, line) {
  selectedId = id;
  selectedLine = line;
  show(step);
}
const select = id => choose(id, 0);
const selectLine = line => choose(0, selectedLine === line ? 0 : line);

function readHash() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const id = Number(wanted.get("object")),
    line = Number(wanted.get("line"));
  selectedId = things[id] ? id : 0;
  selectedLine = !selectedId && D.source[line - 1] !== undefined ? line : 0;
  show(Number(wanted.get("step")) || 0);
}

function play(on) {
  clearInterval(timer);
  timer = on ? setInterval(() => (step < LAST ? show(step + 1) : play(false)), 900) : 0;
  $("play").lastElementChild.textContent = on ? "Pause" : "Play";
  $("play").classList.toggle("on", on);
}

function togglePlay() {
  if (!timer && step >= LAST) show(0);
  play(!timer);
}

/* Pointing at anything that stands for an object shows where else it is, its arrows, and what it refers to. */
function hover(id) {
  const mark = selector => document.querySelectorAll(selector).forEach(e => e.classList.add("hover"));
  document.querySelectorAll(".hover").forEach(e => e.classList.remove("hover"));
  $("stage").classList.toggle("hovering", !!id);
  if (!id) return;
  mark(`[data-id="${id}"], [data-to="${id}"], [data-source="${id}"]`);
  document.querySelectorAll(`[data-source="${id}"]`).forEach(a => mark(`.box[data-id="${a.dataset.to}"]`));
}

/* ---- the bar ---- */

/* What kind of step each one is, as the colour of its tick. */
function tickOf(s) {
  if (s.w === "raise" || (s.w === "end" && s.e)) return "bad";
  if (s.G?.some(g => g[1])) return "gc";
  if (s.x.some(x => isBoxed(x[0]))) return "bad-soft";
  return s.n.some(n => isBoxed(n[0]) && n[3] >= 0) ? "good" : "";
}

function drawTicks() {
  const canvas = $("ticks"),
    width = canvas.parentElement.clientWidth,
    scale = devicePixelRatio || 1;
  canvas.width = width * scale;
  canvas.height = 10 * scale;
  const c = canvas.getContext("2d");
  c.scale(scale, scale);
  const w = Math.max(1, Math.min(4, (width - 16) / (LAST + 1) - 1));
  D.steps.forEach((s, k) => {
    const kind = tickOf(s);
    if (!kind) return;
    canvas.style.color = `var(--${kind})`;
    c.fillStyle = getComputedStyle(canvas).color;
    c.fillRect(8 + ((width - 16) * k) / (LAST || 1) - w / 2, 1, w, 8);
  });
}

function theme(name) {
  document.documentElement.dataset.theme = name;
  drawTicks();
}

function otherTheme() {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  return (document.documentElement.dataset.theme || dark) === "dark" ? "light" : "dark";
}

function press(e) {
  const focused = Number(document.activeElement?.dataset?.id);
  const keys = {
    ArrowRight: () => show(step + 1),
    ArrowLeft: () => show(step - 1),
    Home: () => show(0),
    End: () => show(LAST),
    Escape() {
      openPool = null;
      choose(0, 0);
    },
    " ": e.target.tagName === "BUTTON" ? null : togglePlay,
    Enter: focused ? () => select(focused) : null,
  };
  if (e.target.type === "number" || e.ctrlKey || e.metaKey || e.altKey || !keys[e.key]) return;
  e.preventDefault();
  if (e.key !== " ") play(false);
  keys[e.key]();
}

function connect() {
  $("slider").oninput = e => show(Number(e.target.value));
  $("first").onclick = () => show(0);
  $("back").onclick = () => show(step - 1);
  $("next").onclick = () => show(step + 1);
  $("last").onclick = () => show(LAST);
  $("play").onclick = togglePlay;
  $("theme").onclick = () => theme(otherTheme());
  $("values").onchange = e => {
    showValues = e.target.checked;
    layout = null;
    show(step);
  };
  $("boxes").onclick = e => {
    const at = e.target.closest("[data-id]");
    if (at) select(Number(at.dataset.id));
  };
  document.addEventListener("mouseover", e => hover(e.target.closest?.("[data-id]")?.dataset.id));
  document.addEventListener("keydown", press);
  addEventListener("hashchange", readHash);
  addEventListener("resize", () => {
    layout = null;
    drawTicks();
    show(step);
  });
}

function writeLabels() {
  const name = D.file.split("/").pop(),
    limits = D.limits,
    key = kind => element(`span.key.${kind}`);
  document.title = `${name}: its memory, line by line`;
  $("file").textContent = [name, ...D.argv].join(" ");
  $("file").title = D.file;
  $("slider").max = LAST;
  $("output-card").hidden = !D.steps.some(s => s.o);
  $("same-card").hidden = !frames.some(fs => fs.some(f => f.variables.length > 1));
  $("stage-legend").replaceChildren(
    key("fresh"),
    " new in this step ",
    key("change"),
    " changed ",
    key("gone"),
    " freed in this step ",
    key("lost"),
    " alive, but no name leads there ",
    element("span.badge", {}, "2"),
    " references to it",
  );
  $("map-legend").replaceChildren(
    "A pool's number is the size of its blocks in bytes; the fill is how many are in use. ",
    key("change"),
    " changed in this step",
  );
  $("foot").textContent =
    `Recorded by ouro ${D.ouro}. At most ${number(limits.steps)} steps, ${limits.things} objects at a ` +
    `time, ${limits.items} items of each, ${limits.bytes >> 20} MiB. Keys: ← → step, Home, End, space plays, Esc closes.`;
}

writeLabels();
makeCode();
drawSimulate();
connect();
drawTicks();
readHash();
