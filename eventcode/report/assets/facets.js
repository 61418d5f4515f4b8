// The lists of the filters: a box a value, with the number of events that it would leave.

const SHOWN = 80;
const facetParts = {};

function buildFacet(facet) {
  const many = new Set(keys[facet].values).size > 12;
  const list = make("ul", {});
  const rest = make("p", { class: "note" });
  const search = make("input", { type: "search", oninput: () => drawFacet(facet) });
  const summary = make("summary", {});
  byId("facets").append(make("details", { class: "facet", open: window.innerWidth > 760 }, summary, many ? search : null, list, rest));
  facetParts[facet] = { list, rest, search, summary };
}

function drawFacet(facet) {
  const { list, rest, search, summary } = facetParts[facet];
  const counts = countFacet(facet);
  for (const key of filter[facet]) if (!counts.has(key)) counts.set(key, 0);
  const wanted = fold(search.value.trim());
  const fits = (key) => !wanted || fold(facetName[facet](key)).includes(wanted) || (facet === "place" && key >= 0 && fold(data.areas[key].slice(2).join(" ")).includes(wanted));
  const all = [...counts].filter(([key]) => fits(key)).sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  const found = all.filter(([key]) => key >= 0);
  const none = all.filter(([key]) => key < 0);
  const had = document.activeElement && list.contains(document.activeElement) ? document.activeElement.value : null;
  summary.replaceChildren(say(facet), filter[facet].size ? make("span", { class: "badge" }, number(filter[facet].size)) : "");
  search.setAttribute("aria-label", `${say("find")}: ${say(facet)}`);
  search.setAttribute("placeholder", say("find"));
  list.setAttribute("aria-label", say(facet));
  list.replaceChildren(...[...found.slice(0, SHOWN), ...none].map(([key, count]) => facetRow(facet, key, count)));
  rest.textContent = found.length > SHOWN ? `${say("more")} ${number(found.length - SHOWN)}` : "";
  // The list is made anew at every change; whoever works it by keyboard stays on the same value.
  if (had !== null) list.querySelector(`input[value="${had}"]`)?.focus();
}

function facetRow(facet, key, count) {
  const box = make("input", { type: "checkbox", value: key, onchange: () => toggle(facet, key) });
  box.checked = filter[facet].has(key);
  const note = facet === "place" && key >= 0 ? say(data.areas[key][1]) : (facet === "actor" || facet === "target") && key >= 0 ? data.codesOfActors[key] : "";
  const name = make("span", { class: "name", dir: "auto" }, facetName[facet](key));
  return make("li", {}, make("label", {}, box, facet === "type" ? glyph(classOfType[key]) : null, name, note ? make("small", {}, note) : null, make("span", { class: "number" }, number(count))));
}

const drawFacets = () => FACETS.forEach(drawFacet);
