// The table: one event a row, a page of rows at a time.

const PAGE = 50;
const PRINTED = 1000;
const order = { column: "date", down: false };
let page = 0;
let sorted = selection;

// Place in the alphabet of a list's values, so that rows are compared as numbers.
function ranks(texts) {
  const collator = new Intl.Collator(arabic ? "ar" : "en", { numeric: true });
  const positions = new Int32Array(texts.length);
  texts.map((_, key) => key).sort((one, other) => collator.compare(texts[one], texts[other])).forEach((key, position) => (positions[key] = position));
  return positions;
}

const killed = (i) => events.counts[i].find(([kind]) => data.kinds[kind] === "killed");
const first = (list, positions) => (list.length ? positions[list[0]] : Infinity);

const COLUMNS = {
  date: () => (i) => (events.start[i] === null ? Infinity : events.start[i]),
  type: () => ((positions) => (i) => positions[events.type[i]])(ranks(data.types.map((_, type) => typeName(type)))),
  status: () => (i) => events.status[i],
  actor: () => ((positions) => (i) => first(events.actors[i].map(codeOf), positions))(ranks(data.codesOfActors.map((_, code) => actorName(code)))),
  target: () => ((positions) => (i) => first(events.targets[i].map(codeOf), positions))(ranks(data.codesOfActors.map((_, code) => actorName(code)))),
  place: () => ((positions) => (i) => first(events.locations[i].map((location) => places[placeOf(location)].area), positions))(ranks(data.areas.map((_, area) => areaName(area)))),
  killed: () => (i) => (killed(i) ? -killed(i)[1] : Infinity),
};

function sortRows() {
  const keyOf = COLUMNS[order.column]();
  const values = new Float64Array(SIZE);
  for (const i of selection) values[i] = keyOf(i);
  const turn = order.down ? -1 : 1;
  // What has no value stands last, whichever way the others go.
  const compare = (one, other) => {
    const [a, b] = [values[one], values[other]];
    if (a === b) return one - other;
    return a === Infinity ? 1 : b === Infinity ? -1 : (a - b) * turn;
  };
  sorted = selection.slice().sort(compare);
}

function drawTable() {
  sortRows();
  page = 0;
  drawPage();
}

function drawPage(limit = PAGE) {
  const from = limit === PAGE ? page * PAGE : 0;
  const rows = [...sorted.subarray(from, from + limit)];
  const head = make("tr", {}, Object.keys(COLUMNS).map(headCell), make("th", { scope: "col" }, say("sentence")));
  const body = rows.length ? rows.map(tableRow) : [make("tr", {}, make("td", { colspan: Object.keys(COLUMNS).length + 1, class: "empty" }, say("nothing")))];
  byId("table").replaceChildren(make("table", { class: "events" }, make("thead", {}, head), make("tbody", {}, body)));
  drawPager();
}

function headCell(column) {
  const mine = order.column === column;
  const turn = () => {
    order.down = mine && !order.down;
    order.column = column;
    drawTable();
    byId("table").querySelector(`th[data-column=${column}] button`).focus();
  };
  const arrow = make("span", { "aria-hidden": "true" }, mine ? (order.down ? " ▼" : " ▲") : "");
  return make("th", { scope: "col", "data-column": column, "aria-sort": mine ? (order.down ? "descending" : "ascending") : "none" }, make("button", { type: "button", class: "plain", onclick: turn }, say(column), arrow));
}

const range = (low, high) => (high === null ? `${number(low)}+` : low === high ? number(low) : `${number(low)}–${number(high)}`);

function tableRow(i) {
  const [, basis] = data.datings[events.dating[i]];
  const day = events.start[i] === null ? "—" : isoDay(events.start[i]);
  const where = events.locations[i].map((location) => areaName(places[placeOf(location)].area));
  const name = [day, typeName(events.type[i]), ...where.slice(0, 1)].map(plain).join(comma());
  const open = make("button", { type: "button", class: "open", "data-row": i, "aria-label": name, onclick: () => showDetail(i) }, day, basis === "document" ? make("span", { class: "faint", title: say("basisDocument") }, " ~") : null);
  const list = (texts) => {
    const text = [...new Set(texts)].join(comma());
    return make("td", { title: text, dir: "auto" }, text);
  };
  const deaths = killed(i);
  const row = make("tr", { "data-row": i, class: i === shownDetail ? "chosen" : null },
    make("td", { class: "day" }, open),
    make("td", { title: className(classOf[i]) }, glyph(classOf[i]), " ", typeName(events.type[i])),
    make("td", { class: `status ${data.statuses[events.status[i]]}` }, statusName(events.status[i]), events.disputes[i].length ? make("span", { class: "flag", title: say("disputedBy") }, " ⚑") : null),
    list(events.actors[i].map((actor) => actorName(codeOf(actor)))),
    list(events.targets[i].map((actor) => actorName(codeOf(actor)))),
    list(where),
    make("td", { class: "number", dir: "ltr" }, deaths ? range(deaths[1], deaths[2]) : ""),
    make("td", { class: "sentence", lang: "ar", dir: "rtl" }, data.sentences[events.sentence[i]]));
  row.addEventListener("click", (event) => {
    if (!event.target.closest("button")) showDetail(i);
  });
  return row;
}

function drawPager() {
  const last = Math.max(0, Math.ceil(sorted.length / PAGE) - 1);
  const go = (to, key) => {
    page = to;
    drawPage();
    byId("pages").querySelector(`[data-go=${key}]:not(:disabled)`)?.focus();
    byId("table").scrollTop = 0;
  };
  const button = (key, to, off) => make("button", { type: "button", "data-go": key, disabled: off, onclick: () => go(to, key) }, say(key));
  byId("pages").replaceChildren(button("previous", page - 1, page === 0), make("span", { "aria-live": "polite" }, `${say("page")} ${number(page + 1)} ${say("of")} ${number(last + 1)}`), button("next", page + 1, page >= last));
}

function listenTable() {
  byId("table").addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const from = event.target.closest("button.open");
    if (!step || !from) return;
    event.preventDefault();
    const buttons = [...byId("table").querySelectorAll("button.open")];
    buttons[buttons.indexOf(from) + step]?.focus();
  });
  // On paper there are no pages to turn: the first thousand rows are printed, and if there are more it says so.
  window.addEventListener("beforeprint", () => {
    drawPage(PRINTED);
    if (sorted.length > PRINTED) byId("pages").replaceChildren(make("p", {}, `${say("printed")} ${number(PRINTED)} ${say("of")} ${number(sorted.length)}`));
  });
  window.addEventListener("afterprint", () => drawPage());
}
