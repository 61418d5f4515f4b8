// Actors against targets: the codes with most events, the rest as one row and one column.

const SIDE = 9;
const OTHERS = -2;

function ranked(facet) {
  const { starts, values } = keys[facet];
  const counts = new Map();
  for (const i of selection) {
    for (let k = starts[i]; k < starts[i + 1]; k++) counts.set(values[k], (counts.get(values[k]) || 0) + 1);
  }
  const order = [...counts].sort((one, other) => (one[0] < 0) - (other[0] < 0) || other[1] - one[1]).map(([key]) => key);
  const named = order.filter((key) => key >= 0);
  const kept = named.length > SIDE + 1 ? [...named.slice(0, SIDE), OTHERS] : named;
  return order.includes(-1) ? [...kept, -1] : kept;
}

function drawMatrix() {
  const [rows, columns] = [ranked("actor"), ranked("target")];
  const box = byId("matrix");
  if (!rows.length) {
    box.replaceChildren(make("p", { class: "empty" }, say("nothing")));
    return;
  }
  const counts = new Map();
  const slot = (key, kept) => (kept.includes(key) ? key : OTHERS);
  const of = (facet, i) => keys[facet].values.subarray(keys[facet].starts[i], keys[facet].starts[i + 1]);
  for (const i of selection) {
    const cells = new Set();
    for (const actor of of("actor", i)) for (const target of of("target", i)) cells.add(`${slot(actor, rows)} ${slot(target, columns)}`);
    for (const cell of cells) counts.set(cell, (counts.get(cell) || 0) + 1);
  }
  const most = Math.max(...counts.values());
  const name = (facet, key) => (key === OTHERS ? say("others") : facetName[facet](key));
  const code = (key) => (key >= 0 ? data.codesOfActors[key] : null);
  const head = make("tr", {}, make("th", { scope: "col", class: "corner" }, say("actorToTarget")),
    columns.map((key) => make("th", { scope: "col", title: name("target", key) }, make("span", { dir: "auto" }, name("target", key)))));
  const body = rows.map((row) => make("tr", {}, make("th", { scope: "row", title: name("actor", row) }, make("span", { class: "who", dir: "auto" }, name("actor", row)), code(row) ? make("small", {}, code(row)) : null),
    columns.map((column) => matrixCell(row, column, counts.get(`${row} ${column}`) || 0, most, `${name("actor", row)} → ${name("target", column)}`))));
  box.replaceChildren(make("table", { class: "matrix" }, make("thead", {}, head), make("tbody", {}, body)));
}

function matrixCell(row, column, count, most, label) {
  if (!count) return make("td", { class: "zero" });
  const level = 1 + Math.min(4, Math.floor((Math.log(count) / Math.log(most + 1)) * 5));
  if (row === OTHERS || column === OTHERS) return make("td", { class: `level${level}`, title: label }, number(count));
  const keep = () => {
    filter.actor = new Set([row]);
    filter.target = new Set([column]);
    update();
  };
  return make("td", { class: `level${level}` }, make("button", { type: "button", title: label, "aria-label": `${label}: ${number(count)}`, onclick: keep }, number(count)));
}
