// The timeline: one row of bars a type, all rows on one scale.

const ROWS = 10;
const WIDE = 1000;
const TALL = 20;
let allDates = false;
let axis = null;

// Bins of a day, a week (from Monday), a month or a year, so that no row has more than some 150 bars.
function binsOf(from, to) {
  const length = to - from + 1;
  const unit = length <= 130 ? "Day" : length <= 1000 ? "Week" : length <= 4600 ? "Month" : "Year";
  const starts = [];
  if (unit === "Day" || unit === "Week") {
    const step = unit === "Day" ? 1 : 7;
    const first = unit === "Day" ? from : from - ((((from + 3) % 7) + 7) % 7);
    for (let day = first; day <= to; day += step) starts.push(day);
  } else {
    const date = new Date(from * DAY);
    let year = date.getUTCFullYear();
    let month = unit === "Month" ? date.getUTCMonth() : 0;
    for (let day = Date.UTC(year, month, 1) / DAY; day <= to; day = Date.UTC(year, month, 1) / DAY) {
      starts.push(day);
      if (unit === "Month") month++;
      else year++;
    }
  }
  const end = unit === "Day" ? to + 1 : unit === "Week" ? starts[starts.length - 1] + 7 : nextStart(starts[starts.length - 1], unit);
  return { unit, starts: [...starts, end] };
}

function nextStart(day, unit) {
  const date = new Date(day * DAY);
  return Date.UTC(date.getUTCFullYear() + (unit === "Year" ? 1 : 0), unit === "Year" ? 0 : date.getUTCMonth() + 1, 1) / DAY;
}

// The first and last day to draw. A few dates far from all others ("since 2011") would crush the rest: they are left out and told of.
function extent() {
  const days = Array.from(selection, (i) => events.start[i]).filter((day) => day !== null);
  if (!days.length) return null;
  const sorted = Int32Array.from(days).sort();
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  const low = sorted[Math.floor(sorted.length * 0.04)];
  const high = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.98))];
  const asked = filter.from !== null || filter.to !== null;
  if (allDates || asked || last - first < 90 || (high - low) * 3 > last - first) return { from: first, to: last, left: 0 };
  const margin = Math.max(2, Math.round((high - low) * 0.05));
  const from = Math.max(first, low - margin);
  const to = Math.min(last, high + margin);
  return { from, to, left: days.filter((day) => day < from || day > to).length };
}

function binOf(day) {
  let low = 0;
  let high = axis.starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (axis.starts[middle] <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

const xOf = (day) => ((day - axis.starts[0]) / (axis.starts[axis.starts.length - 1] - axis.starts[0])) * WIDE;

function drawTimeline() {
  const range = extent();
  const box = byId("timeline");
  if (range === null) {
    axis = null;
    box.replaceChildren(make("p", { class: "empty" }, say("nothing")));
    byId("timeline-note").replaceChildren();
    return;
  }
  axis = binsOf(range.from, range.to);
  const totals = new Map();
  const drawn = [];
  for (const i of selection) {
    totals.set(events.type[i], (totals.get(events.type[i]) || 0) + 1);
    if (events.start[i] !== null && events.start[i] >= range.from && events.start[i] <= range.to) drawn.push(i);
  }
  const ranked = [...totals].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  const shown = ranked.length <= ROWS + 1 ? ranked : ranked.slice(0, ROWS);
  const rowOfType = new Map(shown.map(([type], row) => [type, row]));
  const rows = shown.map(([type, total]) => ({ type, total, bars: new Int32Array(axis.starts.length - 1) }));
  if (ranked.length > shown.length) {
    const total = ranked.slice(shown.length).reduce((sum, [, count]) => sum + count, 0);
    rows.push({ type: -1, total, bars: new Int32Array(axis.starts.length - 1) });
  }
  for (const i of drawn) rows[rowOfType.get(events.type[i]) ?? rows.length - 1].bars[binOf(events.start[i])]++;
  const most = Math.max(1, ...rows.map((row) => Math.max(...row.bars)));
  box.replaceChildren(...rows.map((row) => timelineRow(row, most)), timelineAxis());
  const again = range.left ? [` ${say("outsideAxis")} ${number(range.left)}. `, make("button", { type: "button", class: "plain", onclick: showAllDates }, say("showThem"))] : [];
  byId("timeline-note").replaceChildren(`${say(`bar${axis.unit}`)} ${say("timelineNote")}`, ...again.map((part) => (typeof part === "string" ? document.createTextNode(part) : part)));
}

function showAllDates() {
  allDates = true;
  drawTimeline();
}

function timelineRow({ type, total, bars }, most) {
  const color = type < 0 ? "#8A929C" : CLASSES[classOfType[type]].color;
  let path = "";
  bars.forEach((count, bin) => {
    if (!count) return;
    const [left, right] = [xOf(axis.starts[bin]), xOf(axis.starts[bin + 1])];
    const height = Math.max(1.5, (count / most) * (TALL - 1));
    path += `M${left.toFixed(1)} ${TALL}v${-height.toFixed(1)}h${Math.max(1, (right - left) * 0.88).toFixed(1)}V${TALL}z`;
  });
  const name = type < 0 ? say("otherTypes") : typeName(type);
  const label = type < 0 ? make("span", { class: "label" }, name)
    : make("button", { type: "button", class: "label", "aria-pressed": String(filter.type.has(type)), title: `${name} · ${className(classOfType[type])}`, onclick: () => toggle("type", type) }, glyph(classOfType[type]), make("span", {}, name));
  const plot = draw("svg", { class: "bars", viewBox: `0 0 ${WIDE} ${TALL}`, preserveAspectRatio: "none", role: "img", "aria-label": spoken(name, bars) },
    draw("line", { x1: 0, x2: WIDE, y1: TALL, y2: TALL, class: "base" }), draw("path", { d: path, fill: color }), draw("rect", { class: "brush", y: 0, height: TALL, width: 0 }));
  plot.addEventListener("pointermove", (event) => {
    const bin = binAt(event);
    tip.show(event, [name, binName(bin), number(bars[bin])]);
  });
  plot.addEventListener("pointerleave", tip.hide);
  return make("div", { class: "row" }, label, plot, make("span", { class: "total" }, number(total)));
}

function spoken(name, bars) {
  const full = [...bars.keys()].filter((bin) => bars[bin]);
  const top = full.sort((one, other) => bars[other] - bars[one])[0];
  return top === undefined ? name : `${name}: ${binName(top)}: ${bars[top]}`;
}

function binName(bin) {
  const [from, to] = [axis.starts[bin], axis.starts[bin + 1] - 1];
  return from === to ? isoDay(from) : `${isoDay(from)} – ${isoDay(to)}`;
}

function timelineAxis() {
  const count = axis.starts.length - 1;
  const step = Math.max(1, Math.ceil(count / 7));
  const marks = [];
  for (let bin = 0; bin < count; bin += step) {
    const day = axis.starts[bin];
    const date = axis.unit === "Year" ? isoDay(day).slice(0, 4) : axis.unit === "Month" ? isoDay(day).slice(0, 7) : isoDay(day);
    const mark = make("span", {}, date);
    mark.style.left = `${xOf(day) / (WIDE / 100)}%`;
    marks.push(mark);
  }
  return make("div", { class: "row axis", "aria-hidden": "true" }, make("span", { class: "label" }), make("div", { class: "ticks", dir: "ltr" }, marks), make("span", { class: "total" }));
}

function binAt(event) {
  const box = byId("timeline").querySelector("svg.bars").getBoundingClientRect();
  const share = Math.min(0.9999, Math.max(0, (event.clientX - box.left) / box.width));
  return binOf(axis.starts[0] + Math.floor(share * (axis.starts[axis.starts.length - 1] - axis.starts[0])));
}

// Dragging over the rows keeps the dates that were passed over; a click keeps one bar's.
function listenTimeline() {
  const box = byId("timeline");
  let from = null;
  const paint = (one, other) => {
    const [left, right] = [xOf(axis.starts[Math.min(one, other)]), xOf(axis.starts[Math.max(one, other) + 1])];
    for (const brush of box.querySelectorAll(".brush")) {
      brush.setAttribute("x", left);
      brush.setAttribute("width", right - left);
    }
  };
  box.addEventListener("pointerdown", (event) => {
    if (!event.target.closest("svg.bars") || event.button !== 0) return;
    from = binAt(event);
    box.setPointerCapture(event.pointerId);
    paint(from, from);
  });
  box.addEventListener("pointermove", (event) => {
    if (from !== null) paint(from, binAt(event));
  });
  box.addEventListener("pointerup", (event) => {
    if (from === null) return;
    const to = binAt(event);
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    from = null;
    tip.hide();
    keepDates(axis.starts[first], axis.starts[last + 1] - 1);
  });
  box.addEventListener("pointercancel", () => {
    from = null;
    drawTimeline();
  });
}
