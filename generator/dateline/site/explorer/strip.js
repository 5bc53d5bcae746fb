// The overview: how many events there are over time, drawn; which of them match; the span of time that was chosen.
import { BAR, barsPath, heights, rows } from "./bars.js";
import { start } from "./days.js";
import { placeNames } from "./labels.js";
import { scaleOf, ticks } from "./scale.js";

const SVG = "http://www.w3.org/2000/svg";
// Up to so many uncertain dates are drawn one by one; of more, only how many there are.
const DRAWN_SPANS = 48;
const SPAN_ROWS = 5;
const LABEL_ROWS = 2;
// Names: one for so many pixels of a row at most.
const ROOM_OF_A_NAME = 110;
const TALLEST_SINGLE = 20;
const OPEN = 34;
const SHORTEST_VIEW_DAYS = 20;

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

function element(name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

export class Strip {
  /**
   * @param box the element to draw in: an svg and two sliders
   * @param dates see Dates
   * @param notable events that may be named: [date, importance, title, id]
   * @param calendar words for times
   */
  constructor(box, { dates, notable, calendar }) {
    this.box = box;
    this.svg = box.querySelector("svg");
    this.handles = [...box.querySelectorAll("[role=slider]")];
    this.dates = dates;
    this.notable = [...notable].sort((a, b) => b[1] - a[1]);
    this.calendar = calendar;
    this.scale = scaleOf(dates);
    this.first = this.scale.days[0];
    this.last = this.scale.days.at(-1) - 1;
    this.view = [0, this.scale.length];
    this.units = [dates.from.map((day) => this.scale.unit(day)), dates.to.map((day) => this.scale.unit(day + 1))];
    this.open = [];
    for (let date = 0; date < dates.size; date++) if ("abAB".includes(dates.letters[date])) this.open.push(date);
    this.hits = dates.count;
    this.from = this.to = null;
    this.lanes = [];
    this.isRtl = box.matches(":dir(rtl)");
    this.layers = Object.fromEntries(
      ["window", "labels", "folds", "softAll", "softHits", "spans", "solidAll", "solidHits", "axis"].map((name) => {
        const layer = element("g", { class: `dl-${name}` });
        this.svg.append(layer);
        return [name, layer];
      }),
    );
    this.#gradients();
    this.ruler = document.createElement("canvas").getContext("2d");
    this.lengths = new Map();
    this.shortened = new Map();
    this.counted = {};
    new ResizeObserver(() => this.redraw()).observe(box);
  }

  /** Show other matches (a number for each date), another chosen span of days, other lanes. */
  show(changes) {
    Object.assign(this, changes);
    this.redraw();
  }

  redraw() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.#draw();
    });
  }

  /** The place of a unit of the scale, in pixels from the left. */
  x(unit) {
    const along = ((unit - this.view[0]) / (this.view[1] - this.view[0])) * this.width;
    return this.isRtl ? this.width - along : along;
  }

  /** The day at a place. */
  dayAt(x) {
    const along = (this.isRtl ? this.width - x : x) / this.width;
    return clamp(this.scale.day(this.view[0] + along * (this.view[1] - this.view[0])), this.first, this.last);
  }

  /** The unit that a pointer chooses by: no finer than it can point. */
  get unit() {
    const dayWidth = this.width / (this.view[1] - this.view[0]) / this.scale.cell;
    return dayWidth > 5 ? "day" : dayWidth * 30 > 4 ? "month" : "year";
  }

  /** The whole units that lie between two days. */
  snapped(a, b) {
    const from = Math.max(start(this.unit, Math.min(a, b)), this.first);
    return [from, Math.min(start(this.unit, Math.max(a, b), 1) - 1, this.last)];
  }

  /** Make the view so many times as long, keeping what is at `x` where it is. */
  zoom(factor, x = this.width / 2) {
    const [from, to] = this.view;
    const along = (this.isRtl ? this.width - x : x) / this.width;
    const length = clamp((to - from) * factor, Math.min(SHORTEST_VIEW_DAYS / this.scale.cell, this.scale.length), this.scale.length);
    this.look(from + along * (to - from - length), length);
  }

  /** Look at a part of the scale, kept inside it. */
  look(from, length) {
    const begin = clamp(from, 0, this.scale.length - length);
    this.view = [begin, begin + length];
    this.redraw();
  }

  /** Look at the days from one to another. */
  lookAt(from, to) {
    const begin = this.scale.unit(from);
    this.look(begin, Math.min(Math.max(this.scale.unit(to + 1) - begin, SHORTEST_VIEW_DAYS / this.scale.cell), this.scale.length));
  }

  pan(pixels) {
    const length = this.view[1] - this.view[0];
    this.look(this.view[0] + ((this.isRtl ? -pixels : pixels) / this.width) * length, length);
  }

  get isWhole() {
    return this.view[1] - this.view[0] >= this.scale.length - 1e-6;
  }

  /** What has happened by then comes out of the dark; what goes on from then fades into it. */
  #gradients() {
    const defs = element("defs", {});
    for (const [id, isIn] of [["dl-fade-in", !this.isRtl], ["dl-fade-out", this.isRtl]]) {
      const gradient = element("linearGradient", { id });
      const clear = { class: "dl-clear" };
      gradient.append(element("stop", isIn ? clear : {}), element("stop", { offset: 1, ...(isIn ? {} : clear) }));
      defs.append(gradient);
    }
    this.svg.prepend(defs);
  }

  #draw() {
    const { clientWidth: width, clientHeight: height } = this.svg;
    if (!width) return;
    this.width = width;
    const styles = getComputedStyle(this.svg);
    const font = `${styles.fontSize} ${styles.fontFamily}`;
    if (font !== this.font) {
      this.font = this.ruler.font = font;
      this.lengths.clear();
      this.shortened.clear();
    }
    const line = parseFloat(styles.fontSize) * 1.5;
    const floor = height - line - 2;
    const top = line * (height > 80 ? LABEL_ROWS : height > 64 ? 1 : 0) + 4;
    const { x0, x1, all, hits } = this.#count();
    const isFew = all.wide.length <= DRAWN_SPANS;
    let most = 0;
    for (let bar = 0; bar < all.solid.length; bar++) most = Math.max(most, all.solid[bar] + (isFew ? 0 : all.soft[bar]));
    this.single = most ? Math.min((floor - top) / most, TALLEST_SINGLE) : 0;
    const window = this.#window();
    this.#paths(all, hits, window, floor, isFew);
    this.#spans(isFew ? all.wide : [], x0, x1, floor, top);
    this.#folds(floor, top);
    this.#axis(floor, height);
    const name = () => this.#labels(x0, x1, line, top, floor);
    if (this.isNamed) name();
    else this.#nameLater(name);
    this.#drawWindow(window, height - line);
    this.#handles(window);
    this.#lanes(x0, x1);
  }

  /** Where the dates are and how many there are; counted again only when the view or the matches are others. */
  #count() {
    const { width, view, hits, dates } = this;
    const last = this.counted;
    if (last.view !== view || last.width !== width) {
      const [x0, x1] = this.#places();
      this.counted = { view, width, x0, x1, all: heights(dates.count, x0, x1, width) };
    }
    const { x0, x1, all } = this.counted;
    if (this.counted.of !== hits) {
      this.counted.of = hits;
      this.counted.hits = hits === dates.count ? all : heights(hits, x0, x1, width);
    }
    return this.counted;
  }

  #places() {
    const [from, to] = this.view;
    const factor = this.width / (to - from);
    const place = (unit) => (this.isRtl ? (to - unit) * factor : (unit - from) * factor);
    const [begins, ends] = this.units.map((units) => units.map(place));
    // An open date has one known end; the other fades away from there.
    const sign = this.isRtl ? -1 : 1;
    for (const date of this.open) {
      if (/b/i.test(this.dates.letters[date])) begins[date] -= sign * OPEN;
      else ends[date] += sign * OPEN;
    }
    return this.isRtl ? [ends, begins] : [begins, ends];
  }

  #window() {
    if (this.from === null && this.to === null) return null;
    const ends = [this.x(this.scale.unit(this.from ?? this.first)), this.x(this.scale.unit((this.to ?? this.last) + 1))];
    return ends.sort((a, b) => a - b);
  }

  #paths(all, hits, window, floor, isFew) {
    const inside = (values) =>
      window ? values.map((value, bar) => (bar * BAR + BAR / 2 >= window[0] && bar * BAR + BAR / 2 <= window[1] ? value : 0)) : values;
    const put = (layer, path) => {
      this.path ??= {};
      this.path[layer] ??= this.layers[layer].appendChild(element("path", {}));
      this.path[layer].setAttribute("d", path);
    };
    put("solidAll", barsPath(all.solid, floor, this.single, 2));
    put("solidHits", barsPath(inside(hits.solid), floor, this.single, 2));
    put("softAll", isFew ? "" : barsPath(all.soft, floor, this.single, 0, all.solid));
    put("softHits", isFew ? "" : barsPath(inside(hits.soft), floor, this.single, 0, hits.solid));
  }

  /** Uncertain dates and stretches of time, one by one; open ends fade out. */
  #spans(wide, x0, x1, floor, top) {
    const drawn = wide.map((date) => [Math.max(x0[date], -9), Math.min(x1[date], this.width + 9), date]);
    const inRows = rows(drawn, 3);
    const rowHeight = Math.min((floor - top) / SPAN_ROWS, 10);
    this.layers.spans.replaceChildren(
      ...drawn.map(([from, to, date], number) => {
        const isHit = this.hits[date] > 0 && this.#isInTime(date);
        return element("rect", {
          x: from.toFixed(1),
          y: (floor - ((inRows[number] % SPAN_ROWS) + 1) * rowHeight).toFixed(1),
          width: Math.max(to - from, 3).toFixed(1),
          height: Math.max(rowHeight - 2, 2).toFixed(1),
          rx: 2,
          class: isHit ? "dl-hit" : "",
          "data-certainty": this.dates.letters[date],
        });
      }),
    );
  }

  #isInTime(date) {
    return (this.from === null || this.dates.to[date] >= this.from) && (this.to === null || this.dates.from[date] <= this.to);
  }

  #folds(floor, top) {
    const marks = this.scale.folds.flatMap(([from, to]) => {
      const [a, b] = [this.x(this.scale.unit(from)), this.x(this.scale.unit(to))].sort((p, q) => p - q);
      if (b < 0 || a > this.width) return [];
      const middle = (a + b) / 2;
      return [
        element("rect", { x: a + 2, y: top, width: Math.max(b - a - 4, 0), height: floor - top }),
        element("path", { d: `M${middle - 6} ${floor + 5}l4-10m4 10l4-10` }),
      ];
    });
    this.layers.folds.replaceChildren(...marks);
  }

  #axis(floor, height) {
    const [from, to] = [this.scale.day(this.view[0]), this.scale.day(this.view[1])];
    const marks = [element("path", { d: `M0 ${floor + 0.5}H${this.width}` })];
    const named = ticks(this.scale, from, to, (each) => this.x(this.scale.unit(each)), 46).sort((a, b) => a[0] - b[0]);
    // Where no year is named, the first month or day says its own.
    const isYearless = named.every((tick) => tick[1] !== "year");
    for (const [day, unit, x] of named) {
      const said = this.calendar[isYearless && day === named[0][0] ? `${unit}OfYear` : unit](day);
      const end = this.isRtl ? x - 3 - this.#length(said) : x + 3 + this.#length(said);
      if (end < 0 || end > this.width) continue;
      marks.push(element("path", { d: `M${x.toFixed(1)} ${floor}v5` }));
      const attributes = { x: this.isRtl ? x - 3 : x + 3, y: height - 3, class: `dl-${unit}-tick` };
      marks.push(element("text", attributes, said));
    }
    this.layers.axis.replaceChildren(...marks);
  }

  /** Measuring the first names takes as long as all the rest: the bars are shown before. */
  #nameLater(name) {
    setTimeout(() => {
      this.isNamed = true;
      name();
    });
  }

  /** Name the most important events that match, while there is room above the bars. */
  #labels(x0, x1, line, top, floor) {
    const rows = Math.floor((top - 2) / line);
    const room = { width: this.width, rows, most: Math.floor(this.width / ROOM_OF_A_NAME) * rows, isRtl: this.isRtl };
    const marks = placeNames(this.#toName(x0, x1), room, (title, longest) => this.#shortened(title, longest)).flatMap(
      ({ text, at, from, end, row }) => {
        const y = (rows - row) * line;
        return [
          element("path", { d: `M${at.toFixed(1)} ${y}V${floor}` }),
          element("text", { x: (this.isRtl ? end : from).toFixed(1), y: y - line * 0.25 }, text),
        ];
      },
    );
    this.layers.labels.replaceChildren(...marks);
  }

  /** Where the events are that may be named, and their titles. */
  *#toName(x0, x1) {
    for (const [date, , title] of this.notable) {
      if (x1[date] < 0 || x0[date] > this.width || !this.hits[date] || !this.#isInTime(date)) continue;
      yield [Math.max((x0[date] + x1[date]) / 2, 0), title];
    }
  }

  /** How long a text is, in pixels. */
  #length(text) {
    let length = this.lengths.get(text);
    if (length === undefined) this.lengths.set(text, (length = this.ruler.measureText(text).width));
    return length;
  }

  /** As many words of a title as a length in pixels holds, and how long they are. */
  #shortened(title, longest) {
    const key = `${longest} ${title}`;
    let said = this.shortened.get(key);
    if (said === undefined) {
      let text = title;
      const words = title.split(" ");
      while (words.length > 1 && this.#length(text) > longest) {
        words.pop();
        text = `${words.join(" ")}…`;
      }
      this.shortened.set(key, (said = { text, length: this.#length(text) }));
    }
    return said;
  }

  #drawWindow(window, height) {
    const marks = window
      ? [element("rect", { x: window[0].toFixed(1), y: 0, width: Math.max(window[1] - window[0], 1).toFixed(1), height })]
      : [];
    this.layers.window.replaceChildren(...marks);
  }

  #handles(window) {
    const [left, right] = window ?? [0, this.width];
    const ends = this.isRtl ? [right, left] : [left, right];
    this.handles.forEach((handle, end) => {
      handle.style.left = `${clamp(ends[end], 0, this.width)}px`;
      const day = (end ? this.to : this.from) ?? (end ? this.last : this.first);
      handle.setAttribute("aria-valuemin", this.first);
      handle.setAttribute("aria-valuemax", this.last);
      handle.setAttribute("aria-valuenow", day);
      handle.setAttribute("aria-valuetext", this.calendar.full(day));
    });
    this.box.toggleAttribute("data-window", window !== null);
  }

  #lanes(x0, x1) {
    for (const { svg, dates } of this.lanes) {
      const { solid, soft } = heights(dates, x0, x1, this.width);
      const floor = svg.clientHeight;
      const most = Math.max(solid.reduce((a, b) => Math.max(a, b), 0), soft.reduce((a, b) => Math.max(a, b), 0));
      const single = most ? Math.min((floor - 4) / most, TALLEST_SINGLE) : 0;
      const [faded, full] = svg.children;
      faded.setAttribute("d", barsPath(soft, floor, single, 2));
      full.setAttribute("d", barsPath(solid, floor, single, 2));
    }
  }
}
