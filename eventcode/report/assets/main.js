// Putting it together.

function drawWords() {
  document.documentElement.lang = arabic ? "ar" : "en";
  document.documentElement.dir = arabic ? "rtl" : "ltr";
  for (const node of document.querySelectorAll("[data-label]")) node.textContent = say(node.dataset.label);
  for (const node of document.querySelectorAll("[data-name]:not(button)")) node.setAttribute("aria-label", say(node.dataset.name));
  const other = byId("language");
  other.textContent = say("otherLanguage");
  other.lang = arabic ? "en" : "ar";
  byId("title").textContent = document.title = data.title ? plain(data.title) : say("title");
  const publishers = [...new Set(data.documents.map((row) => row[2]).filter(Boolean))];
  byId("scope").replaceChildren(...dotted(publishers.slice(0, 6)), publishers.length > 6 ? " …" : "");
  byId("made").replaceChildren(say("made"), ...data.coders.map((row) => make("code", { dir: "ltr" }, ` ${row.join(", ")}`)));
}

function turnLanguage() {
  arabic = !arabic;
  drawWords();
  for (const view of views) view();
  drawDetail();
}

views.push(drawChips, drawCount, drawFacets, drawFigures, drawTimeline, drawMap, drawMatrix, drawTable);

FACETS.forEach(buildFacet);
buildMap();
listenTimeline();
listenTable();
drawWords();
update();

byId("language").addEventListener("click", turnLanguage);
byId("print").addEventListener("click", () => window.print());
byId("filters").addEventListener("submit", (event) => event.preventDefault());
byId("from").addEventListener("change", (event) => keepDates(event.target.value ? dayOf(event.target.value) : null, filter.to));
byId("to").addEventListener("change", (event) => keepDates(filter.from, event.target.value ? dayOf(event.target.value) : null));
let typing = 0;
byId("words").addEventListener("input", (event) => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    filter.words = event.target.value;
    update();
  }, 150);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && shownDetail >= 0) hideDetail();
});
new ResizeObserver(placeSymbols).observe(map.svg);
const linked = () => {
  const row = rowOf.get(decodeURIComponent(location.hash.slice(1)));
  if (row !== undefined && row !== shownDetail) showDetail(row);
};
window.addEventListener("hashchange", linked);
linked();
