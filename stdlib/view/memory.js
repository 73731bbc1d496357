/* The heap itself: the map of arenas and pools, the ledger, free lists, and the allocator's answers. */
const PARTS = [["live", "in blocks that hold something"], ["rounding", "at the ends of pools, too small for a block"],
               ["pool slack", "free blocks in pools that are in use"], ["free lists", "dead blocks kept for the next object of their type"],
               ["empty pools", "pools without a block in use"], ["large blocks", "over 512 bytes, from the system"]];
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

function poolCell(key, k, selected) {
  const p = poolAt(key, k), full = p.size ? Math.round(100 * p.used / Math.floor(4096 / p.size)) : 0;
  const own = selected && selected.place && key === selected.place[0] + "/" + selected.place[1];
  return element(`button.pool.s${p.state}${changedAt(pools.get(key), k) ? ".changed" : ""}${own ? ".own" : ""}${key === openPool ? ".open" : ""}`,
    {title: `pool ${p.pool} at ${addressText([p.arena, p.pool, 0, 0])}: ${p.size ? `blocks of ${p.size} bytes, ${p.used} of ${Math.floor(4096 / p.size)} in use` + (p.serving ? "; the next such block comes from here" : "") : STATES[p.state]}`,
     style: `--full:${full}%`, onclick() { openPool = openPool === key ? null : key; show(step); }},
    p.size ? String(p.size) : "");
}

function drawMap(k, selected) {
  const map = document.getElementById("map");
  map.replaceChildren(...arenas[k].map(a => {
    const cells = Array.from({length: 64}, (_, i) => poolCell(`${a}/${i}`, k, selected));
    return element("div.arena", {}, element("h3", {}, `Arena ${a}`), element("div.pools", {}, ...cells));
  }));
  if (!arenas[k].length) map.replaceChildren(element("p.hint", {}, "No arena: every block comes from the system in this build or mode."));
  const p = openPool && poolAt(openPool, k);
  const place = selected?.place;
  document.getElementById("pool").replaceChildren(...(p && arenas[k].includes(p.arena) ? [poolDetail(p, k)]
    : place ? [element("p.hint", {}, `${nameOf(selected.id)} lies in ${placeText(place)}. `, poolLink(place, "show the blocks"))]
    : [element("p.hint", {}, "Click a pool to see its blocks.")]));
}

function poolLink(place, text) {
  return element("a", {href: "#", onclick(e) { e.preventDefault(); openPool = place[0] + "/" + place[1]; show(step); }}, text);
}

/* The objects on the page by their block, at step k. */
function residents(p, k) {
  const found = new Map();
  for (const t of things)
    if (t?.place && isAlive(t.id, k) && t.place[0] === p.arena && t.place[1] === p.pool && t.place[3] === p.size) found.set(t.place[2], t.id);
  return found;
}

function poolDetail(p, k) {
  if (!p.size) return element("p.hint", {}, `Pool ${p.pool} of arena ${p.arena} is ${STATES[p.state]}.`);
  const states = expand(p.blocks), owners = residents(p, k), before = k > 0 ? poolAt(`${p.arena}/${p.pool}`, k - 1) : null;
  const old = before && before.size === p.size ? expand(before.blocks) : "";
  const names = {u: "in use", f: "free", c: "dead, on a free list"};
  const cells = [...states].map((s, i) => {
    const id = owners.get(i);
    return element(`span.block.${s}${id ? ".drawn" : ""}${old && old[i] !== s ? ".changed" : ""}${id && id === selectedId ? ".own" : ""}`,
      {"data-id": id, title: `block ${i}: ${names[s]}${id ? ", " + nameOf(id) : ""}`, onclick: id ? () => select(id) : undefined});
  });
  const count = s => [...states].filter(x => x === s).length;
  return element("div.blocks-card", {}, element("h3", {}, `Pool ${p.pool} of arena ${p.arena}: ${states.length} blocks of ${p.size} bytes`),
    element("div.blocks", {}, ...cells),
    element("p.legend", {}, element("span.key.block.u.drawn"), " an object on this page ", element("span.key.block.u"), ` in use (${count("u")}) `,
            element("span.key.block.c"), ` dead, on a free list (${count("c")}) `, element("span.key.block.f"), ` free (${count("f")})`));
}

/* ---- the ledger ---- */

function drawLedger(k) {
  const host = document.getElementById("ledger"), g = D.steps[k].g, W = 600, H = 150, most = Math.max(...D.steps.map(s => s.g[6]), 1);
  const x = i => LAST ? W * i / LAST : W / 2, y = v => H - H * v / most;
  const stride = Math.max(1, Math.floor(D.steps.length / 600));
  const points = D.steps.map((_, i) => i).filter(i => i % stride === 0 || i === LAST);
  if (!host.dataset.ready) {
    let below = new Array(points.length).fill(0), text = "";
    for (const part of ORDER) {
      const top = points.map((i, j) => below[j] + D.steps[i].g[part]);
      text += `<path class="part p${part}" d="M${points.map((i, j) => `${x(i).toFixed(1)},${y(top[j]).toFixed(1)}`).join(" L")} L${[...points].reverse().map((i, j) => `${x(i).toFixed(1)},${y(below[points.length - 1 - j]).toFixed(1)}`).join(" L")} z"/>`;
      below = top;
    }
    host.innerHTML = `<svg id="chart" viewBox="0 0 ${W} ${H}" preserveAspectRatio="none" role="img" aria-label="Bytes of the heap by step">${text}<line id="cursor" y1="0" y2="${H}"/></svg><div class="axis"><span>step 0</span><span>top: ${bytes(most)}</span><span>step ${LAST}</span></div><table class="figures"></table>`;
    host.dataset.ready = "1";
    document.getElementById("chart").onclick = e => { const r = e.currentTarget.getBoundingClientRect(); show(Math.round((e.clientX - r.left) / r.width * LAST)); };
  }
  const cursor = document.getElementById("cursor");
  cursor.setAttribute("x1", x(k));
  cursor.setAttribute("x2", x(k));
  const before = k > 0 ? D.steps[k - 1].g : g;
  const change = i => g[i] === before[i] ? "" : `${g[i] > before[i] ? "+" : "−"}${number(Math.abs(g[i] - before[i]))}`;
  host.querySelector("table").replaceChildren(...[...ORDER].reverse().map(i => element("tr", {title: PARTS[i][1]},
      element("td", {}, element(`span.key.p${i}`), " ", PARTS[i][0]), element("td.why", {}, PARTS[i][1]),
      element("td.n", {}, number(g[i])), element("td.n.delta", {}, change(i)))),
    element("tr.sum", {}, element("td", {}, "the heap"), element("td.why", {}, `${plural(arenas[k].length, "arena")} and the large blocks`),
      element("td.n", {}, number(g[6])), element("td.n.delta", {}, change(6))));
}

/* ---- free lists ---- */

function drawLists(k) {
  const rows = D.lists.map(([name, limit, size], i) => ({name, limit, size, i, count: at(listHistory[i], k) ?? 0,
      before: k > 0 ? at(listHistory[i], k - 1) ?? 0 : at(listHistory[i], k) ?? 0}))
    .filter(r => listHistory[r.i].some(([, n]) => n > 0));
  const most = Math.max(...rows.map(r => Math.max(...listHistory[r.i].map(([, n]) => n))), 1);
  document.getElementById("lists").replaceChildren(rows.length ? element("table.figures", {}, ...rows.map(r =>
    element(`tr${r.count !== r.before ? ".changed" : ""}`, {title: `at most ${r.limit} blocks of ${r.size} bytes`}, element("td", {}, r.name),
      element("td.bar", {}, element("span", {style: `width:${100 * r.count / most}%`})), element("td.n", {}, number(r.count)),
      element("td.n.delta", {}, r.count === r.before ? "" : (r.count > r.before ? "+" : "−") + Math.abs(r.count - r.before)))))
    : element("p.hint", {}, "No free list was used."));
}

/* ---- simulate allocation ---- */

function answerFor(size) {
  return D.simulate.find(r => r[0] === size) ?? D.simulate.findLast(r => r[0] <= size);
}

function simulateText(size) {
  const r = answerFor(size);
  if (!r) return [element("p", {}, "The allocator had no memory for this.")];
  if (r.length === 2) return [element("p", {}, element("b", {}, `${number(size)} bytes`), " is more than 512: the block comes from the system's ", element("code", {}, "malloc"), ", without arena, pool or class."),
    r[0] === size ? element("p.hint", {}, `The system gave ${number(r[1])} usable bytes.`) : ""];
  const [, arena, pool, block, blockSize, capacity, during, after] = r, cls = blockSize / 8 - 1;
  const p = poolAt(`${arena}/${pool}`, LAST), blocks = p && p.size === blockSize ? expand(p.blocks) : "f".repeat(capacity);
  const cells = [...blocks].map((s, i) => element(`span.block.${i === block ? "u.drawn.own" : s}`, {title: `block ${i}`}));
  const steps = [["asked for", plural(size, "byte")], ["size class", `${cls} of 0 to 63`], ["block", `${blockSize} bytes${blockSize > size ? ` (${blockSize - size} unused)` : ""}`],
                 ["from", `arena ${arena}, pool ${pool}`], ["number", `block ${block} of ${capacity}`]];
  return [element("div.chain", {}, ...steps.map(([a, b]) => element("div", {}, element("small", {}, a), element("b", {}, b)))),
          element("div.blocks", {}, ...cells),
          element("p", {}, `${during - 1 === 0 ? "The pool was empty; it serves blocks of this size from now on. " : ""}The pool had ${during - 1} of ${capacity} blocks in use, with this one ${during}. Freed again, ${after} are in use; the free block is the first that the next request of ${blockSize > 8 ? `${blockSize - 7} to ${blockSize}` : "up to 8"} bytes gets.`)];
}

function drawSimulate() {
  const input = element("input", {type: "number", min: 0, max: 1024, value: 56, id: "size", "aria-label": "Bytes to allocate"});
  const answer = element("div.answer", {});
  const ask = () => answer.replaceChildren(...simulateText(Math.max(0, Math.min(1 << 20, Math.floor(Number(input.value) || 0)))));
  input.oninput = ask;
  const chips = [1, 8, 24, 56, 100, 256, 512, 513].map(n => element("button.chip", {onclick() { input.value = n; ask(); }}, String(n)));
  document.getElementById("simulate").replaceChildren(element("p.ask", {}, "Allocate ", input, " bytes ", ...chips), answer);
  ask();
}
