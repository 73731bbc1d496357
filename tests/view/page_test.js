/* Put behind a recorded page: uses it as a reader would, and writes what is wrong with it into <pre id="verdict">. */
"use strict";
const problems = [];
let checks = 0;
addEventListener("error", e => problems.push("error: " + e.message));

function check(what, good) {
  checks++;
  if (!good) problems.push(what);
}
const key = name => document.body.dispatchEvent(new KeyboardEvent("keydown", {key: name, bubbles: true}));
const box = (id, kind = "") => document.querySelector(`#boxes .box${kind}[data-id="${id}"]`);
const slide = k => {
  const s = document.getElementById("slider");
  s.value = k;
  s.dispatchEvent(new Event("input"));
};
const shown = () => document.getElementById("where").textContent;

function checkControls() {
  check("opens at step 0", shown() === `step 0 of ${LAST}`);
  slide(5);
  check("slider", shown() === `step 5 of ${LAST}`);
  key("ArrowRight");
  check("right arrow", shown() === `step 6 of ${LAST}` && location.hash === "#step=6");
  key("ArrowLeft");
  check("left arrow", shown() === `step 5 of ${LAST}`);
  key("End");
  check("End", shown() === `step ${LAST} of ${LAST}`);
  key("ArrowRight");
  check("stops at the end", shown() === `step ${LAST} of ${LAST}`);
  key("Home");
  check("Home", shown() === `step 0 of ${LAST}`);
  document.getElementById("play").click();
  check("plays", document.getElementById("play").textContent.includes("Pause"));
  document.getElementById("play").click();
  check("pauses", document.getElementById("play").textContent.includes("Play"));
  location.hash = "#step=3";
  dispatchEvent(new HashChangeEvent("hashchange"));
  check("deep link", shown() === `step 3 of ${LAST}`);
}

/* Every object stands on the stage exactly while it lives, and always at the same place. */
function checkStage() {
  const places = new Map();
  for (let k = 0; k <= LAST; k++) {
    slide(k);
    for (const e of document.querySelectorAll("#boxes .box")) {
      const id = e.dataset.id,
        place = e.style.left + " " + e.style.top,
        t = things[id];
      check(`#${id} is drawn at step ${k}, before or after its life`, t.first <= k && k <= t.died);
      check(`#${id} jumps at step ${k}`, (places.get(id) ?? place) === place);
      places.set(id, place);
    }
    const boxes = [...document.querySelectorAll("#boxes .box, #boxes .frame")].map(e => ({
      e,
      r: e.getBoundingClientRect(),
    }));
    boxes.forEach((a, i) =>
      boxes
        .slice(i + 1)
        .forEach(b =>
          check(
            `boxes overlap at step ${k}`,
            a.r.right <= b.r.left || b.r.right <= a.r.left || a.r.bottom <= b.r.top || b.r.bottom <= a.r.top,
          ),
        ),
    );
    const arrows = document.querySelectorAll("#arrows .arrow").length;
    check(`arrows at step ${k}`, arrows === document.querySelectorAll("#boxes .row:not(.ghost *) .ref").length);
    for (const [id] of D.steps[k].n)
      if (k && !isInline(id) && reach(k).has(id)) check(`#${id} is marked as new at step ${k}`, box(id, ".new"));
    for (const [id] of D.steps[k].x)
      if (places.has(String(id)) && reach(k - 1).has(id))
        check(`#${id} is marked as freed at step ${k}`, box(id, ".ghost"));
    const just = k && D.steps[k - 1].l;
    check(
      `line ${just} is marked at step ${k}`,
      !just || document.getElementById(`line${just}`).classList.contains("just"),
    );
  }
  check("something is drawn", places.size > 0);
}

function checkDetails() {
  const t =
    things.find(t => t && !isInline(t.id) && t.born >= 0 && t.died < Infinity) ??
    things.find(t => t && !isInline(t.id));
  slide(t.first);
  box(t.id).click();
  const text = document.getElementById("detail").textContent;
  check("biography: name", text.includes(nameOf(t.id)));
  check("biography: birth", text.includes(t.born < 0 ? "before the first line" : `line ${t.line}`));
  check("biography: death", t.died === Infinity || text.includes(`line ${t.deathLine}`));
  check("biography: place", !t.place || text.includes(placeText(t.place)));
  check("its pool is marked", !t.place || document.querySelector(".pool.own"));
  document.querySelector(`#line${t.line || 1}`).click();
  check("line: what it allocates", document.getElementById("detail").textContent.includes("Allocated"));
  key("Escape");
  check("Escape", document.getElementById("detail").textContent.includes("In this step"));
  box(t.id).dispatchEvent(new MouseEvent("mouseover", {bubbles: true}));
  check("hover", box(t.id).classList.contains("hover"));
}

function checkSimulation() {
  const size = document.getElementById("size"),
    ask = n => {
      size.value = n;
      size.dispatchEvent(new Event("input"));
      return document.querySelector(".answer").textContent;
    };
  check("20 bytes", !arenas[LAST].length || ask(20).includes("24 bytes (4 unused)"));
  check("513 bytes", ask(513).includes("malloc"));
}

function luminance(colour) {
  const [r, g, b] = colour
    .match(/[\d.]+/g)
    .slice(0, 3)
    .map(v => v / 255)
    .map(v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function checkReadable(name) {
  theme(name);
  slide(Math.floor(LAST / 2));
  const card = luminance(getComputedStyle(document.querySelector(".card")).backgroundColor);
  for (const selector of [
    ".card h2",
    ".card h2 small",
    ".line code",
    ".gutter",
    ".row .label",
    ".value",
    "#story",
    ".legend",
  ]) {
    const e = document.querySelector(selector);
    if (!e) continue;
    const text = luminance(getComputedStyle(e).color),
      ratio = (Math.max(text, card) + 0.05) / (Math.min(text, card) + 0.05);
    check(`contrast of ${selector}, ${name}: ${ratio.toFixed(1)}`, ratio >= 4.5);
  }
  check(`${name} is ${name}`, card > 0.5 === (name === "light"));
}

function checkRest() {
  document.getElementById("values").click();
  slide(LAST - 1);
  check("numbers as objects", document.querySelector("#boxes .box.k-a"));
  check("no network", performance.getEntriesByType("resource").length === 0);
  check(`fits ${innerWidth} pixels`, document.documentElement.scrollWidth <= innerWidth);
}

try {
  checkControls();
  checkStage();
  checkDetails();
  checkSimulation();
  checkReadable("light");
  checkReadable("dark");
  checkRest();
} catch (e) {
  problems.push(e.stack);
}
const verdict = document.createElement("pre");
verdict.id = "verdict";
verdict.textContent = problems.length
  ? `BAD ${problems.slice(0, 10).join("; ").replaceAll("\n", " ")}`
  : `GOOD ${checks} checks`;
document.body.append(verdict);
