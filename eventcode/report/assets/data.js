// The data: columns of numbers, and tables of what the numbers stand for.

const data = JSON.parse(byId("data").textContent);
const events = data.events;
const SIZE = data.size;

// Lists of numbers, one an event, laid end to end: those of event i stand from starts[i] to starts[i + 1].
function lay(listOf) {
  const starts = new Int32Array(SIZE + 1);
  const values = [];
  for (let i = 0; i < SIZE; i++) {
    for (const value of new Set(listOf(i))) values.push(value);
    starts[i + 1] = values.length;
  }
  return { starts, values: Int32Array.from(values) };
}

const placeOf = (location) => data.locations[location][0];
const codeOf = (actor) => data.actors[actor][0];
const classOf = new Uint8Array(SIZE);
for (let i = 0; i < SIZE; i++) {
  const acled = data.codes[events.codes[i]][0];
  const found = CLASSES.findIndex((kind) => kind.acled === acled);
  classOf[i] = found < 0 ? CLASSES.length - 1 : found;
}
// The class that most events of a type have: the sign that stands before its name.
const classOfType = data.types.map(() => new Int32Array(CLASSES.length));
for (let i = 0; i < SIZE; i++) classOfType[events.type[i]][classOf[i]]++;
for (let t = 0; t < classOfType.length; t++) classOfType[t] = classOfType[t].indexOf(Math.max(...classOfType[t]));

const typeName = (type) => data.typeNames[type][side()];
const actorName = (code) => data.actorNames[code][side()];
const areaName = (area) => data.areas[area][arabic ? 3 : 2];
const statusName = (status) => say(data.statuses[status]);
const areaOfCode = new Map(data.areas.map((area, key) => [area[0], key]));

// Facets: what an event has of each kind of thing that it can be filtered by. -1 stands for having none.
const orNone = (list) => (list.length ? list : [-1]);
const keys = {
  type: lay((i) => [events.type[i]]),
  status: lay((i) => [events.status[i]]),
  actor: lay((i) => orNone(events.actors[i].map(codeOf))),
  target: lay((i) => orNone(events.targets[i].map(codeOf))),
  place: lay((i) => orNone(events.locations[i].flatMap((location) => data.areasOfPlace[placeOf(location)]))),
};
const facetName = {
  type: typeName,
  status: statusName,
  actor: (key) => (key < 0 ? say("noValue") : actorName(key)),
  target: (key) => (key < 0 ? say("noValue") : actorName(key)),
  place: (key) => (key < 0 ? say("noPlace") : areaName(key)),
};

const membersOf = new Map();
for (let i = 0; i < SIZE; i++) {
  if (!membersOf.has(events.happening[i])) membersOf.set(events.happening[i], []);
  membersOf.get(events.happening[i]).push(i);
}
const rowOf = new Map();
for (let i = 0; i < SIZE; i++) rowOf.set(events.id[i], i);

// Places with a point, and which of them stand exactly where they are drawn.
const EXACT = new Set(["settlement", "neighbourhood", "site", "camp"]);
const places = data.places.map(([area, level, x, y, lat, lon, precision]) => ({
  area, level, x, y, lat, lon, exact: EXACT.has(level) && !/approx|region|polygon/.test(precision),
}));

// Letters that writers use for one another, made one; marks and tatweel left out.
function fold(text) {
  return text.toLowerCase().replace(/[\u064b-\u065f\u0670\u0640]/g, "").replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه");
}
let folded = null;
function sentencesWith(words) {
  folded = folded || data.sentences.map(fold);
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  return Uint8Array.from(folded, (sentence) => (wanted.every((word) => sentence.includes(word)) ? 1 : 0));
}
