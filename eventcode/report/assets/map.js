// The map: outlines of subdistricts, shaded by their number of events, and a symbol a place.

const map = { view: null, home: null, svg: null, areas: new Map(), symbols: null, names: null, drawn: [] };
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
  map.names = draw("g", { class: "names", "aria-hidden": "true" });
  map.svg = draw("svg", { id: "map-picture", role: "img", tabindex: "0", dir: "ltr" }, ground, borders, map.symbols, map.names);
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
  map.drawn = [...counts].map(([place, kinds]) => ({ place, kinds, total: kinds.reduce((sum, count) => sum + count, 0) }));
  map.drawn.sort((one, other) => other.total - one.total);
  map.symbols.replaceChildren(...map.drawn.map(symbol));
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

function symbol({ place, kinds, total }) {
  const kind = kinds.indexOf(Math.max(...kinds));
  const { exact, area } = places[place];
  const paint = exact ? { fill: CLASSES[kind].color, stroke: "#fff" } : { fill: CLASSES[kind].color, "fill-opacity": 0.15, stroke: CLASSES[kind].color };
  const mark = draw("path", { d: CLASSES[kind].shape, ...paint, class: exact ? "exact" : "rough", "data-place": place });
  mark.classList.toggle("chosen", filter.place.has(area));
  mark.dataset.total = total;
  return mark;
}

// Sets the frame, and the symbols and names so that zooming does not make them larger.
function placeSymbols() {
  const { x, y, w, h } = map.view;
  map.svg.setAttribute("viewBox", `${x} ${y} ${w} ${h}`);
  const pixels = map.svg.clientWidth || 560;
  const unit = w / pixels;
  const inFrame = map.drawn.map(({ place }) => places[place].x >= x && places[place].x <= x + w && places[place].y >= y && places[place].y <= y + h);
  const outside = map.drawn.reduce((sum, { total }, index) => sum + (inFrame[index] ? 0 : total), 0);
  const sizeOf = symbolSize(inFrame.filter(Boolean).length, unit);
  map.drawn.forEach(({ place, total }, index) => {
    const spot = places[place];
    const size = sizeOf(total);
    const mark = map.symbols.children[index];
    mark.setAttribute("transform", `translate(${spot.x} ${spot.y}) scale(${size.toFixed(2)})`);
    mark.setAttribute("stroke-width", ((spot.exact ? 1 : 1.8) * unit / size).toFixed(3));
  });
  namePlaces(unit, sizeOf);
  const notes = [say("mapNote")];
  if (outside) notes.push(`${say("outsideMap")} ${number(outside)}.`);
  if (map.without) notes.push(`${say("withoutPlace")} ${number(map.without)}.`);
  byId("map-note").textContent = notes.join(" ");
}

// Area as the number of events; the more symbols are in the frame, the smaller all of them.
function symbolSize(count, unit) {
  const most = Math.max(12, map.drawn.length ? map.drawn[0].total : 0);
  const share = Math.min(1, Math.sqrt(160 / Math.max(1, count)));
  return (total) => (1.2 + 2 * share + 12 * share * Math.sqrt(total / most)) * unit;
}

// Names of the places with most events, as far as they do not cover one another.
function namePlaces(unit, sizeOf) {
  const taken = [];
  const { x, y, w, h } = map.view;
  const nodes = [];
  for (const { place, total } of map.drawn.slice(0, 60)) {
    const spot = places[place];
    if (nodes.length >= 14 || !spot.exact) continue;
    const name = areaName(spot.area);
    const size = sizeOf(total);
    const box = { left: spot.x + size, right: spot.x + size + name.length * 6.6 * unit, top: spot.y - 7 * unit, bottom: spot.y + 7 * unit };
    if (box.left < x || box.right > x + w || box.top < y || box.bottom > y + h) continue;
    if (taken.some((other) => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top)) continue;
    taken.push(box);
    nodes.push(draw("text", { x: spot.x + size + 2 * unit, y: spot.y + 4 * unit, "font-size": 11.5 * unit, "stroke-width": 3 * unit, direction: "ltr" }, name));
  }
  map.names.replaceChildren(...nodes);
}

function tipOfMap(event) {
  const mark = event.target.closest("[data-place], .subdistrict");
  if (!mark) return tip.hide();
  if (mark.dataset.place === undefined) {
    const area = data.outlines.find((outline) => outline.code === mark.dataset.code);
    return tip.show(event, [`${area[arabic ? "ar" : "en"]} (${say("subdistrict")})`, `${say("events")} ${number(Number(mark.dataset.count))}`]);
  }
  const { place, kinds, total } = map.drawn.find((item) => item.place === Number(mark.dataset.place));
  const lines = [...kinds.keys()].filter((kind) => kinds[kind]).sort((one, other) => kinds[other] - kinds[one]).map((kind) => `${className(kind)} ${number(kinds[kind])}`);
  return tip.show(event, [`${areaName(places[place].area)} (${say(places[place].level)})`, `${say("events")} ${number(total)}`, ...lines]);
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
    const mark = event.target.closest("[data-place], .subdistrict");
    if (!mark || (start && start.moved)) return;
    const area = mark.dataset.place === undefined ? areaOfCode.get(mark.dataset.code) : places[Number(mark.dataset.place)].area;
    tip.hide();
    if (area !== undefined) toggle("place", area);
  });
  map.svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && document.activeElement !== map.svg) return; // the page goes on scrolling over a map that is not worked with
    event.preventDefault();
    const box = map.svg.getBoundingClientRect();
    const at = { x: map.view.x + ((event.clientX - box.left) / box.width) * map.view.w, y: map.view.y + ((event.clientY - box.top) / box.height) * map.view.h };
    zoom(event.deltaY < 0 ? 0.8 : 1.25, at);
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
