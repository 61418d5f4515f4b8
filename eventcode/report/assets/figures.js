// Counts with their bounds, summed so that nobody is counted twice.

// A figure's number -> its bounds over all shown mentions; high is Infinity where one of them sets no upper bound.
function figuresOf(kind) {
  const bounds = new Map();
  const actual = data.statuses.indexOf("actual");
  for (const i of selection) {
    if (events.status[i] !== actual) continue;
    for (const [which, low, high, , figure] of events.counts[i]) {
      if (which !== kind) continue;
      const known = bounds.get(figure) || { low: Infinity, high: 0, open: false };
      known.low = Math.min(known.low, low);
      known.high = Math.max(known.high, high === null ? low : high);
      known.open = known.open || high === null;
      bounds.set(figure, known);
    }
  }
  return bounds;
}

function drawFigures() {
  const rows = [];
  data.kinds.forEach((name, kind) => {
    const bounds = [...figuresOf(kind).values()];
    if (!bounds.length) return;
    const sum = (side) => bounds.reduce((total, bound) => total + bound[side], 0);
    rows.push({ name, low: sum("low"), high: sum("high"), open: bounds.some((bound) => bound.open), figures: bounds.length });
  });
  if (!rows.length) {
    byId("figures").replaceChildren(make("p", { class: "empty" }, say("noFigures")));
    return;
  }
  const cell = ({ name, low, high, open, figures }) => {
    const bounds = (low === high ? number(low) : `${number(low)}–${number(high)}`) + (open ? "+" : "");
    return make("li", {}, make("span", { class: "what" }, say(name)), make("b", { dir: "ltr" }, bounds), make("small", {}, `${say("numbersOf")} ${number(figures)}`));
  };
  byId("figures").replaceChildren(make("ul", { class: "figures" }, rows.map(cell)));
}
