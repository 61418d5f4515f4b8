// The map: outlines of subdistricts, shaded by their number of events, and a symbol a place.

const map = { view: null, home: null, svg: null, areas: new Map(), symbols: null, chosen: null, names: null, drawn: [], sizeOf: null };
const SHADES = ["#F4F6F8", "#E3ECF3", "#CBDDEB", "#A9C8E0", "#82AFD3"];

function buildMap() {
  const outline = (area, extra) => draw("path", { d: area.path, "data-code": area.code, ...extra });
  const ground = draw("g", { class: "ground" });
  const borders = draw("g", { class: "borders" });
  for (const area of data.outlines) {
    if (area.level === "governorate") {
      ground.append(outline(area, { class: "land" }));
      borders.append(outline(area, { class: "governorate" }));
    }
  }
  for (const area of data.outlines) {
    if (area.level !== "subdistrict") continue;
    const path = outline(area, { class: "subdistrict" });
    map.areas.set(area.code, path);
    ground.append(path);
  }
  map.symbols = draw("g", { class: "symbols" });
  map.chosen = draw("path", { class: "ring" });
  map.names = draw("g", { class: "names", "aria-hidden": "true" });
  map.svg = draw("svg", { id: "map-picture", role: "img", tabindex: "0", dir: "ltr" }, ground, borders, map.symbols, map.chosen, map.names);
  const button = (key, sign, act) => make("button", { type: "button", "data-name": key, onclick: act }, sign);
  const zooms = make("div", { class: "zoom" }, button("zoomIn", "+", () => zoom(0.6)), button("zoomOut", "−", () => zoom(1 / 0.6)), button("zoomReset", "⌂", () => look(map.home)));
  byId("map").append(make("div", { class: "frame" }, map.svg, zooms), make("ul", { class: "legend", id: "map-legend" }));
  map.home = framed();
  map.view = { ...map.home };
  listenMap();
}

// The stretch that holds the middle nine tenths of all mentions of places on the outlines, with a margin.
function framed() {
  const spots = [];
  for (let i = 0; i < SIZE; i++) {
    for (const location of events.locations[i]) {
      const place = places[placeOf(location)];
      if (place.x !== null && place.x > 0 && place.x < 5500 && place.y > 0 && place.y < 5300 && place.level !== "country") spots.push(place);
    }
  }
  const reach = (key) => {
    const sorted = spots.map((place) => place[key]).sort((one, other) => one - other);
    const at = (share) => sorted[Math.floor((sorted.length - 1) * share)];
    return sorted.length ? [at(0.05), at(0.95)] : key === "x" ? [700, 1400] : [1300, 2200];
  };
  const [[left, right], [top, bottom]] = [reach("x"), reach("y")];
  const size = Math.max(900, (right - left) * 1.3, (bottom - top) * 1.3);
  return { x: (left + right - size) / 2, y: (top + bottom - size) / 2, w: size, h: size };
}

function look(view) {
  map.view = { ...view };
  placeSymbols();
}

function zoom(factor, center) {
  const { x, y, w, h } = map.view;
  const size = Math.min(6500, Math.max(60, w * factor));
  const { x: cx, y: cy } = center || { x: x + w / 2, y: y + h / 2 };
  look({ x: cx - ((cx - x) / w) * size, y: cy - ((cy - y) / h) * size, w: size, h: size });
}

const pan = (right, down) => look({ ...map.view, x: map.view.x + right, y: map.view.y + down });

function drawMap() {
  const counts = new Map();
  const inArea = new Map();
  let without = 0;
  for (const i of selection) {
    const here = new Set(events.locations[i].map(placeOf));
    const areas = new Set();
    let drawn = false;
    for (const place of here) {
      for (const area of data.areasOfPlace[place]) areas.add(area);
      if (places[place].x === null) continue;
      drawn = true;
      if (!counts.has(place)) counts.set(place, new Int32Array(CLASSES.length));
      counts.get(place)[classOf[i]]++;
    }
    for (const area of areas) inArea.set(area, (inArea.get(area) || 0) + 1);
    if (!drawn) without++;
  }
  shadeAreas(inArea);
  map.without = without;
  map.drawn = [...counts].map(([place, kinds]) => {
    const total = kinds.reduce((sum, count) => sum + count, 0);
    return { place: places[place], kinds, total, kind: kinds.indexOf(Math.max(...kinds)), rank: Math.floor(Math.log2(total)) };
  });
  // The larger lie below the smaller; of about one size, those that look alike are drawn as one.
  map.drawn.sort((one, other) => other.rank - one.rank || one.kind - other.kind || one.place.exact - other.place.exact);
  map.svg.setAttribute("aria-label", say("mapLabel"));
  for (const button of byId("map").querySelectorAll(".zoom button")) {
    button.setAttribute("aria-label", say(button.dataset.name));
    button.title = say(button.dataset.name);
  }
  const used = CLASSES.map((_, kind) => kind).filter((kind) => map.drawn.some(({ kinds }) => kinds[kind]));
  byId("map-legend").replaceChildren(...used.map((kind) => make("li", {}, glyph(kind), className(kind))));
  placeSymbols();
}

function shadeAreas(inArea) {
  const most = Math.max(1, ...[...map.areas.keys()].map((code) => inArea.get(areaOfCode.get(code)) || 0));
  for (const [code, path] of map.areas) {
    const count = inArea.get(areaOfCode.get(code)) || 0;
    path.setAttribute("fill", SHADES[count ? 1 + Math.min(3, Math.floor((Math.log(count) / Math.log(most + 1)) * 4)) : 0]);
    path.classList.toggle("chosen", filter.place.has(areaOfCode.get(code)));
    path.dataset.count = count;
  }
}

// Sets the frame, and draws symbols and names at the size that they have in it: zooming does not make them larger.
function placeSymbols() {
  const { x, y, w, h } = map.view;
  map.svg.setAttribute("viewBox", `${x} ${y} ${w} ${h}`);
  const unit = w / (map.svg.clientWidth || 560);
  const framed = ({ place }) => place.x >= x && place.x <= x + w && place.y >= y && place.y <= y + h;
  const inside = map.drawn.filter(framed);
  map.sizeOf = symbolSize(inside.length, unit);
  drawSymbols(inside);
  namePlaces(inside, unit);
  const count = (items) => items.reduce((sum, { total }) => sum + total, 0);
  const outside = count(map.drawn) - count(inside);
  const notes = [say("mapNote")];
  if (outside) notes.push(`${say("outsideMap")} ${number(outside)}.`);
  if (map.without) notes.push(`${say("withoutPlace")} ${number(map.without)}.`);
  byId("map-note").textContent = notes.join(" ");
}

// One path for every run of symbols that look alike: thousands of elements would take the browser too long.
function drawSymbols(items) {
  const paths = [];
  let run = null;
  for (const { place, kind, total } of items) {
    if (!run || run.kind !== kind || run.exact !== place.exact) paths.push((run = { kind, exact: place.exact, data: "" }));
    run.data += shape(kind, place.x, place.y, map.sizeOf(total));
  }
  const look = ({ kind, exact }) => (exact ? { class: "exact", stroke: "#fff" } : { class: "rough", stroke: CLASSES[kind].color });
  map.symbols.replaceChildren(...paths.map((path) => draw("path", { d: path.data, fill: CLASSES[path.kind].color, ...look(path) })));
  const chosen = items.filter(({ place }) => filter.place.has(place.area));
  map.chosen.setAttribute("d", chosen.map(({ place, kind, total }) => shape(kind, place.x, place.y, map.sizeOf(total) * 1.15)).join(""));
}

// Area as the number of events; the more symbols are in the frame, the smaller all of them.
function symbolSize(count, unit) {
  const most = map.drawn.reduce((top, { total }) => Math.max(top, total), 12);
  const share = Math.min(1, Math.sqrt(160 / Math.max(1, count)));
  return (total) => (1.2 + 2 * share + 12 * share * Math.sqrt(total / most)) * unit;
}

// Names of the places with most events, as far as they do not cover one another.
function namePlaces(inside, unit) {
  const taken = [];
  const { x, w } = map.view;
  const nodes = [];
  const exact = inside.filter(({ place }) => place.exact).sort((one, other) => other.total - one.total);
  for (const { place, total } of exact.slice(0, 60)) {
    if (nodes.length >= 14) break;
    const name = areaName(place.area);
    const left = place.x + map.sizeOf(total);
    const box = { left, right: left + name.length * 6.6 * unit, top: place.y - 7 * unit, bottom: place.y + 7 * unit };
    if (box.right > x + w) continue;
    if (taken.some((other) => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top)) continue;
    taken.push(box);
    nodes.push(draw("text", { x: left + 2 * unit, y: place.y + 4 * unit, "font-size": 11.5 * unit, "stroke-width": 3 * unit, direction: "ltr" }, name));
  }
  map.names.replaceChildren(...nodes);
}

// Where the pointer is on the map, and the topmost symbol there.
function pointOf(event) {
  const box = map.svg.getBoundingClientRect();
  return { x: map.view.x + ((event.clientX - box.left) / box.width) * map.view.w, y: map.view.y + ((event.clientY - box.top) / box.height) * map.view.h };
}

function symbolAt(event) {
  const { x, y } = pointOf(event);
  const least = (4 * map.view.w) / map.svg.clientWidth;
  return map.drawn.findLast(({ place, total }) => Math.hypot(place.x - x, place.y - y) <= Math.max(least, map.sizeOf(total) * 1.25));
}

function tipOfMap(event) {
  const symbol = symbolAt(event);
  const ground = event.target.closest(".subdistrict");
  map.svg.classList.toggle("over", Boolean(symbol || ground));
  if (symbol) {
    const { place, kinds, total } = symbol;
    const lines = [...kinds.keys()].filter((kind) => kinds[kind]).sort((one, other) => kinds[other] - kinds[one]).map((kind) => `${className(kind)} ${number(kinds[kind])}`);
    tip.show(event, [`${areaName(place.area)} (${say(place.level)})`, `${say("events")} ${number(total)}`, ...lines]);
  } else if (ground) {
    const area = data.outlines.find((outline) => outline.code === ground.dataset.code);
    tip.show(event, [`${area[arabic ? "ar" : "en"]} (${say("subdistrict")})`, `${say("events")} ${number(Number(ground.dataset.count))}`]);
  } else {
    tip.hide();
  }
}

function listenMap() {
  const scale = () => map.view.w / map.svg.clientWidth;
  let start = null;
  map.svg.addEventListener("pointerdown", (event) => {
    start = { x: event.clientX, y: event.clientY, view: { ...map.view }, moved: false };
  });
  map.svg.addEventListener("pointermove", (event) => {
    if (start === null || !event.buttons) return tipOfMap(event);
    const [right, down] = [event.clientX - start.x, event.clientY - start.y];
    if (!start.moved && Math.hypot(right, down) < 4) return undefined;
    if (!start.moved) map.svg.setPointerCapture(event.pointerId);
    start.moved = true;
    tip.hide();
    return look({ ...start.view, x: start.view.x - right * scale(), y: start.view.y - down * scale() });
  });
  map.svg.addEventListener("pointerleave", tip.hide);
  map.svg.addEventListener("click", (event) => {
    if (start && start.moved) return;
    const symbol = symbolAt(event);
    const ground = event.target.closest(".subdistrict");
    const area = symbol ? symbol.place.area : ground ? areaOfCode.get(ground.dataset.code) : undefined;
    tip.hide();
    if (area !== undefined) toggle("place", area);
  });
  map.svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && document.activeElement !== map.svg) return; // the page goes on scrolling over a map that is not worked with
    event.preventDefault();
    zoom(event.deltaY < 0 ? 0.8 : 1.25, pointOf(event));
  }, { passive: false });
  map.svg.addEventListener("keydown", (event) => {
    const step = map.view.w / 8;
    const acts = {
      ArrowLeft: () => pan(-step, 0), ArrowRight: () => pan(step, 0), ArrowUp: () => pan(0, -step), ArrowDown: () => pan(0, step),
      "+": () => zoom(0.6), "=": () => zoom(0.6), "-": () => zoom(1 / 0.6), Home: () => look(map.home),
    };
    if (!acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  });
}
