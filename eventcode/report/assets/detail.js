// One event: its sentence with its parts marked, and everything that was coded.

let shownDetail = -1;
let cameFrom = null;

// Pieces of a text between the ends of its marks; each knows all marks that cover it, the first named in data.marks on top.
function pieces(characters, flat) {
  const ends = new Set([0, characters.length]);
  for (let k = 0; k < flat.length; k += 3) {
    ends.add(flat[k + 1]);
    ends.add(flat[k + 2]);
  }
  const stops = [...ends].sort((one, other) => one - other);
  return stops.slice(0, -1).map((from, index) => {
    const to = stops[index + 1];
    const kinds = new Set();
    for (let k = 0; k < flat.length; k += 3) if (flat[k + 1] <= from && flat[k + 2] >= to) kinds.add(flat[k]);
    return { text: characters.slice(from, to).join(""), kinds: [...kinds].sort() };
  });
}

function markedSentence(i) {
  // Offsets count code points, as Python does; JavaScript's own indices count UTF-16 units.
  const characters = Array.from(data.sentences[events.sentence[i]]);
  const parts = pieces(characters, events.marks[i]).map(({ text, kinds }) => {
    if (!kinds.length) return text;
    const names = kinds.map((kind) => say(data.marks[kind]));
    return make("mark", { class: kinds.map((kind) => data.marks[kind]).join(" "), title: names.join(", ") }, text);
  });
  return make("p", { class: "marked", lang: "ar", dir: "rtl" }, parts);
}

function markLegend(i) {
  const used = data.marks.filter((_, kind) => events.marks[i].some((value, k) => k % 3 === 0 && value === kind));
  return make("ul", { class: "legend", "aria-label": say("marked") }, used.map((name) => make("li", {}, make("mark", { class: name }, say(name)))));
}

const quote = (text) => make("q", { lang: "ar", dir: "auto" }, text);

function actorItem(actor) {
  const [code, name, text] = data.actors[actor];
  const known = actorName(code);
  return make("li", {}, text ? [quote(text), " "] : make("i", {}, `${say("implied")} `), make("span", { dir: "auto" }, arabic || !name ? known : name), " ", make("code", {}, data.codesOfActors[code]));
}

function locationItem(location) {
  const [place, text, role, inherited] = data.locations[location];
  const { area, lat, lon, level } = places[place];
  const chain = data.areasOfPlace[place].slice(1).reverse().map(areaName).join(comma());
  const notes = [say(level), role === "place" ? null : say(role), inherited ? say("inherited") : null].filter(Boolean).join(comma());
  return make("li", {}, text ? [quote(text), " "] : null, make("b", { dir: "auto" }, areaName(area)), ` (${notes}) `, chain ? make("span", { dir: "auto" }, chain) : null, lat === null ? null : [" ", make("span", { class: "faint", dir: "ltr" }, `${lat.toFixed(3)}, ${lon.toFixed(3)}`)]);
}

function dateItem(i) {
  const [, basis, time, text] = data.datings[events.dating[i]];
  const [from, to] = [events.start[i], events.end[i]];
  const days = from === null ? "—" : from === to ? longDay(from) : `${longDay(from)} – ${longDay(to)}`;
  const why = { text: "basisText", document: "basisDocument", event: "basisEvent", none: "basisNone" }[basis];
  return [text ? [quote(text), " "] : null, make("b", {}, days), time ? ` ${time}` : null, make("span", { class: "faint" }, ` (${say(why)})`)].flat();
}

function countItem([kind, low, high, approximate, , unit, text, parts]) {
  const inner = parts.map(([least, most, , words]) => make("li", {}, make("b", { dir: "ltr" }, range(least, most)), words ? [" ", quote(words)] : null));
  const notes = [unit && data.labels[unit] ? say(unit) : unit, approximate ? say("approximate") : null].filter(Boolean).join(comma());
  return make("li", {}, `${say(data.kinds[kind])} `, make("b", { dir: "ltr" }, range(low, high)), notes ? ` ${notes}` : null, text ? [" ", quote(text)] : null, inner.length ? make("ul", {}, inner) : null);
}

function sourceItem(source) {
  const [text, code, stance, via] = data.sources[source];
  return make("li", {}, text ? quote(text) : make("span", {}, say("unnamedSource")), ` ${say(stance)}`, code && code !== "UNK" ? [" ", make("code", {}, code)] : null, via ? [` (${say("via")} `, make("span", { dir: "auto" }, via), ")"] : null);
}

function eventLink(i) {
  if (typeof i !== "number") return make("li", {}, make("code", {}, i), ` (${say("notInReport")})`);
  const about = [events.start[i] === null ? null : isoDay(events.start[i]), data.documents[events.document[i]][2]].filter(Boolean).join(comma());
  const words = Array.from(data.sentences[events.sentence[i]]);
  return make("li", {}, make("a", { href: `#${events.id[i]}`, onclick: (event) => { event.preventDefault(); showDetail(i); } }, typeName(events.type[i]) + comma() + statusName(events.status[i])), " ", make("span", { class: "faint", dir: "auto" }, about), make("div", { class: "quoted", lang: "ar", dir: "rtl" }, words.slice(0, 160).join("") + (words.length > 160 ? "…" : "")));
}

function article(i) {
  const text = data.texts[events.document[i]];
  if (!text) return null;
  const characters = Array.from(text);
  const sentence = Array.from(data.sentences[events.sentence[i]]);
  const [from, to] = [events.at[i], events.at[i] + sentence.length];
  const stands = characters.slice(from, to).join("") === sentence.join("");
  const parts = stands ? [characters.slice(0, from).join(""), make("strong", {}, characters.slice(from, to).join("")), characters.slice(to).join("")] : [text];
  return make("details", { class: "whole" }, make("summary", {}, say("wholeText")), make("div", { class: "article", lang: "ar", dir: "rtl" }, parts));
}

function documentItem(i) {
  const [id, title, publisher, url, published] = data.documents[events.document[i]];
  // Only an address of the web is made a link: an article's own could hold script.
  const link = url && /^https?:\/\//i.test(url) ? make("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, say("open")) : url;
  const line = dotted([publisher, published, id].filter(Boolean));
  return [title ? make("div", { lang: "ar", dir: "auto" }, title) : null, make("div", {}, line), link ? make("div", {}, link) : null];
}

function fields(i) {
  const list = (items) => (items.length ? make("ul", {}, items) : null);
  const [event, sub, cameo, plover, mode] = data.codes[events.codes[i]];
  const others = membersOf.get(events.happening[i]).filter((other) => other !== i);
  const cause = events.cause[i] === null ? [] : membersOf.get(events.cause[i]) || [];
  const results = [...Array(SIZE).keys()].filter((other) => events.cause[other] === events.happening[i] && events.happening[other] !== events.happening[i]);
  const code = [event && `ACLED ${event}, ${sub}`, cameo && `CAMEO ${cameo}`, plover && `PLOVER ${plover}${mode ? `, ${mode}` : ""}`].filter(Boolean);
  return [
    ["actor", list(events.actors[i].map(actorItem))],
    ["target", list(events.targets[i].map(actorItem))],
    ["place", list(events.locations[i].map(locationItem))],
    ["date", dateItem(i)],
    ["count", list(events.counts[i].map(countItem))],
    ["attribution", list(events.sources[i].map(sourceItem))],
    ["disputedBy", list(events.disputes[i].map(eventLink))],
    ["causedBy", list(cause.slice(0, 3).map(eventLink))],
    ["caused", list(results.slice(0, 5).map(eventLink))],
    ["sameHappening", list(others.filter((other) => !events.disputes[i].includes(other)).slice(0, 8).map(eventLink))],
    ["codes", list(code.map((text) => make("li", {}, make("bdi", { dir: "ltr" }, text))))],
    ["rule", make("code", { dir: "ltr" }, data.rules[events.rule[i]])],
    ["document", documentItem(i)],
  ].filter(([, value]) => value && !(Array.isArray(value) && !value.some(Boolean)));
}

function drawDetail() {
  const panel = byId("detail");
  panel.hidden = shownDetail < 0;
  document.body.classList.toggle("with-detail", shownDetail >= 0);
  for (const row of byId("table").querySelectorAll("tr[data-row]")) row.classList.toggle("chosen", Number(row.dataset.row) === shownDetail);
  if (shownDetail < 0) return;
  const i = shownDetail;
  const heading = make("h2", { id: "detail-heading", tabindex: "-1" }, glyph(classOf[i]), " ", typeName(events.type[i]));
  const head = make("div", { class: "detail-head" }, heading, make("span", { class: `status ${data.statuses[events.status[i]]}` }, statusName(events.status[i])), make("button", { type: "button", class: "close", "aria-label": say("close"), title: say("close"), onclick: hideDetail }, "×"));
  panel.setAttribute("aria-labelledby", "detail-heading");
  panel.replaceChildren(head, markedSentence(i), markLegend(i), make("dl", {}, fields(i).map(([key, value]) => [make("dt", {}, say(key)), make("dd", {}, value)])), article(i) || "");
  panel.scrollTop = 0;
}

function showDetail(i) {
  if (shownDetail < 0) cameFrom = document.activeElement;
  shownDetail = i;
  history.replaceState(null, "", `#${encodeURIComponent(events.id[i])}`);
  drawDetail();
  byId("detail-heading").focus();
}

function hideDetail() {
  const was = shownDetail;
  shownDetail = -1;
  history.replaceState(null, "", "#");
  drawDetail();
  (byId("table").querySelector(`button.open[data-row="${was}"]`) || (cameFrom && cameFrom.isConnected ? cameFrom : byId("results"))).focus();
}
