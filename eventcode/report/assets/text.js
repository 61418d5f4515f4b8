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

// Classes of events: ACLED's six event types, and what has none. Each has a colour (Okabe and Ito) and a shape of its own.
const CLASSES = [
  { acled: "Battles", color: "#D55E00", shape: "M0-1.25L1.25 0 0 1.25-1.25 0z" },
  { acled: "Explosions/Remote violence", color: "#E69F00", shape: "M-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0z" },
  { acled: "Violence against civilians", color: "#CC79A7", shape: "M0-1.2L1.2.95H-1.2z" },
  { acled: "Protests", color: "#0072B2", shape: "M-.95-.95h1.9v1.9h-1.9z" },
  { acled: "Riots", color: "#56B4E9", shape: "M0 1.2L1.2-.95H-1.2z" },
  { acled: "Strategic developments", color: "#009E73", shape: "M-.4-1.15h.8v.75h.75v.8h-.75v.75h-.8v-.75h-.75v-.8h.75z" },
  { acled: null, color: "#5B6470", shape: "M-.6-1.1h1.2L1.2 0 .6 1.1h-1.2L-1.2 0z" },
];
const className = (kind) => say(`class${kind}`);

function glyph(kind) {
  const mark = draw("path", { d: CLASSES[kind].shape, fill: CLASSES[kind].color });
  return draw("svg", { class: "glyph", viewBox: "-1.4 -1.4 2.8 2.8", "aria-hidden": "true" }, mark);
}
