// What is filtered by, which events pass, and who is told when that changes.

const FACETS = ["type", "actor", "target", "place", "status"];
const DATES = FACETS.length;
const WORDS = FACETS.length + 1;
const ALL = (1 << (FACETS.length + 2)) - 1;

const filter = { type: new Set(), actor: new Set(), target: new Set(), place: new Set(), status: new Set(), from: null, to: null, words: "" };
const passes = new Uint8Array(SIZE);
let selection = new Int32Array(0);
const views = [];

function markFacet(bit, { starts, values }, chosen) {
  for (let i = 0; i < SIZE; i++) {
    let pass = chosen.size === 0;
    for (let k = starts[i]; !pass && k < starts[i + 1]; k++) pass = chosen.has(values[k]);
    if (pass) passes[i] |= 1 << bit;
  }
}

// An event passes if its dates and the asked dates have a day in common.
function inDates(i) {
  if (filter.from === null && filter.to === null) return true;
  if (events.start[i] === null) return false;
  return (filter.from === null || events.end[i] >= filter.from) && (filter.to === null || events.start[i] <= filter.to);
}

function select() {
  passes.fill(0);
  FACETS.forEach((facet, bit) => markFacet(bit, keys[facet], filter[facet]));
  const hits = filter.words.trim() ? sentencesWith(filter.words) : null;
  const found = [];
  for (let i = 0; i < SIZE; i++) {
    if (inDates(i)) passes[i] |= 1 << DATES;
    if (hits === null || hits[events.sentence[i]]) passes[i] |= 1 << WORDS;
    if (passes[i] === ALL) found.push(i);
  }
  selection = Int32Array.from(found);
}

// How many events each value of a facet has among those that pass every other filter.
function countFacet(facet) {
  const own = 1 << FACETS.indexOf(facet);
  const { starts, values } = keys[facet];
  const counts = new Map();
  for (let i = 0; i < SIZE; i++) {
    if ((passes[i] | own) !== ALL) continue;
    for (let k = starts[i]; k < starts[i + 1]; k++) counts.set(values[k], (counts.get(values[k]) || 0) + 1);
  }
  return counts;
}

function update() {
  select();
  for (const view of views) view();
}

function toggle(facet, key) {
  if (!filter[facet].delete(key)) filter[facet].add(key);
  update();
}

function keepDates(from, to) {
  filter.from = from;
  filter.to = to;
  byId("from").value = from === null ? "" : isoDay(from);
  byId("to").value = to === null ? "" : isoDay(to);
  update();
}

function clearAll() {
  for (const facet of FACETS) filter[facet].clear();
  filter.words = byId("words").value = "";
  keepDates(null, null);
}

function drawChips() {
  const chips = [];
  const chip = (text, remove) =>
    chips.push(make("button", { type: "button", class: "chip", "aria-label": `${say("remove")}: ${text}`, onclick: remove }, text, make("span", { "aria-hidden": "true" }, "×")));
  for (const facet of FACETS) {
    for (const key of filter[facet]) chip(`${say(facet)}: ${facetName[facet](key)}`, () => toggle(facet, key));
  }
  if (filter.from !== null || filter.to !== null) {
    const [from, to] = [filter.from, filter.to].map((day) => (day === null ? "…" : isoDay(day)));
    chip(`${say("date")}: ${from} – ${to}`, () => keepDates(null, null));
  }
  if (filter.words.trim()) {
    chip(`${say("words")}: ${filter.words.trim()}`, () => {
      filter.words = byId("words").value = "";
      update();
    });
  }
  if (chips.length) chips.push(make("button", { type: "button", class: "plain", onclick: clearAll }, say("clear")));
  byId("chips").replaceChildren(...chips);
}

function drawCount() {
  const happenings = new Set();
  const documents = new Set();
  let disputed = 0;
  for (const i of selection) {
    happenings.add(events.happening[i]);
    documents.add(events.document[i]);
    if (events.disputes[i].length) disputed++;
  }
  const part = (key, value) => make("span", { class: "part" }, `${say(key)} `, make("b", {}, value));
  const share = selection.length === SIZE ? number(SIZE) : `${number(selection.length)} ${say("of")} ${number(SIZE)}`;
  const others = [["happenings", happenings.size], ["documents", documents.size], ["disputed", disputed]];
  byId("count").replaceChildren(part("events", share), ...others.map(([key, value]) => part(key, number(value))));
}
