// Putting things on the page: elements, text, SVG, tips, words of both languages.

// Controls that could reorder or hide what stands around a text; marks that Arabic needs (U+200C to U+200F) stay.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

function plain(text) {
  return String(text).replace(CONTROLS, (sign) => `\u27e6U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}\u27e7`);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(plain(child)));
  }
  return node;
}

const make = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const draw = (tag, attributes, ...children) => fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
const byId = (id) => document.getElementById(id);

// Texts with a dot between them; each keeps its own direction.
const dotted = (texts) => texts.flatMap((text, index) => [index ? " · " : "", make("span", { dir: "auto" }, text)]);

let arabic = document.documentElement.lang === "ar";
const side = () => (arabic ? 1 : 0);
const say = (key) => data.labels[key][side()];
const comma = () => (arabic ? "، " : ", ");
const number = (value) => value.toLocaleString(arabic ? "ar-u-nu-latn" : "en");

// Days since 1970.
const DAY = 86400000;
const isoDay = (day) => new Date(day * DAY).toISOString().slice(0, 10);
const dayOf = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
function longDay(day) {
  const form = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return new Date(day * DAY).toLocaleDateString(arabic ? "ar-SY-u-nu-latn" : "en-GB", form);
}

// A tip beside the pointer: lines of text. The same facts stand in the views as text.
const tip = {
  show(event, lines) {
    const node = byId("tip");
    node.replaceChildren(...lines.map((line) => make("div", { dir: "auto" }, line)));
    node.hidden = false;
    const left = Math.min(event.clientX + 14, window.innerWidth - node.offsetWidth - 8);
    const below = event.clientY + 16 + node.offsetHeight < window.innerHeight;
    node.style.left = `${Math.max(4, left)}px`;
    node.style.top = `${below ? event.clientY + 16 : event.clientY - node.offsetHeight - 10}px`;
  },
  hide() {
    byId("tip").hidden = true;
  },
};

// Classes of events: ACLED's six event types, and what has none. Each has a colour (Okabe and Ito) and a shape of its own: the
// corners of a figure about as large as the circle of radius 1, or that circle.
const CLASSES = [
  { acled: "Battles", color: "#D55E00", corners: [[0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0]] },
  { acled: "Explosions/Remote violence", color: "#E69F00", corners: null },
  { acled: "Violence against civilians", color: "#CC79A7", corners: [[0, -1.2], [1.2, 0.95], [-1.2, 0.95]] },
  { acled: "Protests", color: "#0072B2", corners: [[-0.95, -0.95], [0.95, -0.95], [0.95, 0.95], [-0.95, 0.95]] },
  { acled: "Riots", color: "#56B4E9", corners: [[0, 1.2], [1.2, -0.95], [-1.2, -0.95]] },
  {
    acled: "Strategic developments", color: "#009E73",
    corners: [[-0.4, -1.15], [0.4, -1.15], [0.4, -0.4], [1.15, -0.4], [1.15, 0.4], [0.4, 0.4], [0.4, 1.15], [-0.4, 1.15], [-0.4, 0.4], [-1.15, 0.4], [-1.15, -0.4], [-0.4, -0.4]],
  },
  { acled: null, color: "#5B6470", corners: [[-0.6, -1.1], [0.6, -1.1], [1.2, 0], [0.6, 1.1], [-0.6, 1.1], [-1.2, 0]] },
];
const className = (kind) => say(`class${kind}`);

// The shape of a class around a point, as the data of an SVG path.
function shape(kind, x, y, size) {
  const { corners } = CLASSES[kind];
  const round = (value) => value.toFixed(2);
  if (corners) return `M${corners.map(([right, down]) => `${round(x + right * size)} ${round(y + down * size)}`).join("L")}z`;
  const [r, d] = [round(size), round(2 * size)];
  return `M${round(x - size)} ${round(y)}a${r} ${r} 0 1 0 ${d} 0a${r} ${r} 0 1 0-${d} 0z`;
}

function glyph(kind) {
  const mark = draw("path", { d: shape(kind, 0, 0, 1), fill: CLASSES[kind].color });
  return draw("svg", { class: "glyph", viewBox: "-1.4 -1.4 2.8 2.8", "aria-hidden": "true" }, mark);
}
