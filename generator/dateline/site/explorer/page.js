// The explorer on its page: one query, held in the address, shown by the strip, the chips and the list.
import { Calendar, civil, dayOf } from "./days.js";
import { filled, make, pause } from "./dom.js";
import { Dates } from "./engine.js";
import { Filters } from "./filters.js";
import { handle } from "./gestures.js";
import { GROUPS, everything, fromAddress, isEverything, toAddress, toggled } from "./query.js";
import { CardsOfPage, CardsOnDemand } from "./results.js";
import { Strip } from "./strip.js";
import { timelineOfPage } from "./timeline.js";
import { timelineInWorker } from "./worker.js";

const SVG = "http://www.w3.org/2000/svg";
const TYPING_MS = 120;
const SLOW_MS = 250;
const TOLD_YEARS = 3;

export class Page {
  /**
   * @param root the explorer's element
   * @param index what index.js holds
   * @param script the address of this script, for a worker
   */
  constructor(root, index, script) {
    this.root = root;
    this.home = root.closest(".dateline");
    this.index = index;
    this.script = script;
    this.text = index.text;
    this.query = fromAddress(location.search);
    this.dates = new Dates(index.dates);
    this.calendar = new Calendar(index.language);
    const numbers = new Intl.NumberFormat(index.language);
    this.count = (number) => numbers.format(number);
    this.lanesOf = null;
    this.runs = 0;
  }

  /** Set everything up, in tasks so short that the page answers a reader in between. */
  async begin() {
    const { root, index } = this;
    // What asks for the layout comes first: none of what follows then has to wait for another.
    const covered = this.#coveredHeight();
    this.status = root.querySelector("[role=status]");
    this.sheetStatus = root.querySelector(".dl-sheet-status");
    this.description = root.querySelector(".dl-described");
    this.resetter = root.querySelector(".dl-reset");
    this.field = root.querySelector(".dl-search");
    this.empty = this.home.querySelector(".dl-empty");
    await pause();
    this.strip = new Strip(root.querySelector(".dl-strip"), { dates: this.dates, notable: index.notable, calendar: this.calendar });
    handle(this.strip, (from, to, isDone) => this.#brushed(from, to, isDone), (day) => this.#picked(day));
    await pause();
    this.cards = index.events
      ? new CardsOfPage(this.home, this.count)
      : new CardsOnDemand(this.home, index, {
          dates: this.dates,
          calendar: this.calendar,
          fetchCards: async (first, count) => (await this.timeline()).cards(first, count),
        });
    this.filters = new Filters(root, index, {
      count: this.count,
      toggle: (group, name) => this.ask(toggled(this.query, group, name)),
      find: async (group, typed) => (await this.timeline()).names(group, typed),
      open: () => this.counts ?? this.#run({ isForced: true }),
    });
    this.#listen();
    this.#show(this.query);
    root.dataset.ready = "";
    this.#keepBelow(covered);
    await pause();
    if (!index.events) this.#describe();
    this.#run({ isForced: Boolean(index.events) });
  }

  /** How much of the window the overview covers when it sticks, as the stylesheet expects it. */
  #coveredHeight() {
    const body = this.home.querySelector(".dl-body");
    const covered = Math.round(parseFloat(getComputedStyle(body).scrollMarginBlockStart));
    // Themes may keep a header of their own at the top of the window: what sticks here sticks below it.
    const header = document
      .elementsFromPoint(innerWidth / 2, 1)
      .find((each) => ["fixed", "sticky"].includes(getComputedStyle(each).position) && !this.home.contains(each));
    if (!header) return covered;
    const top = Math.round(header.getBoundingClientRect().bottom);
    this.home.style.setProperty("--dl-top", `${top}px`);
    return covered + top;
  }

  /** Say how much the overview covers whenever that changes. To say it restyles everything. */
  #keepBelow(expected) {
    const bar = this.root.querySelector(".dl-overview");
    let last = expected;
    new ResizeObserver(() => {
      const top = parseFloat(getComputedStyle(bar).insetBlockStart) || 0;
      const covered = Math.round(top + bar.offsetHeight);
      if (covered === last) return;
      last = covered;
      this.home.style.setProperty("--dl-stuck", `${covered}px`);
    }).observe(bar);
  }

  /** The events behind the page, fetched when they are first needed. */
  timeline() {
    const { index } = this;
    this.opened ??= index.events
      ? Promise.resolve(timelineOfPage(index, () => this.cards.texts()))
      : timelineInWorker(this.script, index, new URL(this.root.dataset.files, location.href).href);
    return this.opened;
  }

  /** Ask something else. `kind` "typing" and "brushing" go on in one step of the browser's history. */
  ask(query, kind = "choosing") {
    const address = `${location.pathname}${toAddress(query, location.search)}`;
    if (address !== location.pathname + location.search) {
      const goesOn = kind !== "choosing" && kind === this.kind;
      history[goesOn ? "replaceState" : "pushState"](null, "", address);
    }
    this.kind = kind;
    this.#show(query);
    this.#run({});
  }

  #listen() {
    const { root } = this;
    let typing;
    this.field.addEventListener("input", () => {
      clearTimeout(typing);
      typing = setTimeout(() => this.ask({ ...this.query, q: this.field.value }, "typing"), TYPING_MS);
    });
    root.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(typing);
      this.ask({ ...this.query, q: this.field.value });
    });
    for (const button of this.home.querySelectorAll(".dl-reset, .dl-empty-reset")) {
      button.addEventListener("click", () => this.ask(everything()));
    }
    addEventListener("popstate", () => {
      this.kind = null;
      this.#show(fromAddress(location.search));
      this.#run({});
    });
    root.querySelector(".dl-tools").addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button?.dataset.zoom) this.strip.zoom(Number(button.dataset.zoom));
      if (button?.dataset.view) this.#look(button.dataset.view);
      if (button?.dataset.pan) this.strip.pan(Number(button.dataset.pan) * this.strip.width * 0.5);
    });
    root.querySelector(".dl-lanes-of").addEventListener("change", (event) => {
      this.lanesOf = event.target.value || null;
      this.#run({ isForced: true });
    });
  }

  /** Show what is asked for, before it is answered. */
  #show(query) {
    this.query = query;
    if (this.field.value.trim() !== query.q.trim()) this.field.value = query.q;
    this.strip.show({ from: query.from, to: query.to });
    this.filters.show(query, this.counts ?? null);
    this.resetter.hidden = isEverything(query);
  }

  /** Answer the query. A large site that is asked for nothing has nothing to fetch. */
  async #run({ isForced = false }) {
    const run = ++this.runs;
    const { query } = this;
    if (isEverything(query) && !this.opened && !isForced && !this.lanesOf) return this.#say("");
    const slow = setTimeout(() => this.#say(this.text.loading), SLOW_MS);
    try {
      const timeline = await this.timeline();
      const result = await timeline.run(query, this.lanesOf);
      clearTimeout(slow);
      if (run === this.runs) await this.#answered(query, result);
    } catch (error) {
      if (run !== this.runs) return;
      this.opened = null;
      this.#say(this.text.failed);
      console.error(error);
    } finally {
      clearTimeout(slow);
    }
  }

  async #answered(query, result) {
    this.counts = result.counts;
    this.hits = result.dates;
    this.filters.show(query, result.counts);
    this.#showLanes(result.lanes);
    this.strip.show({ hits: isEverything({ ...query, from: null, to: null }) ? this.dates.count : result.dates });
    this.#tell(result.total, this.dates.within(result.dates, query.from, query.to));
    this.#describe();
    this.#showEmpty(query, result.total);
    if (this.index.events || !isEverything(query)) await this.cards.show(result);
    else this.cards.clear();
    if (!this.isBrushing) this.#returnToTop();
  }

  #tell(total, { first, last }) {
    const years = first === null ? "" : this.calendar.years(first, last);
    const text = total ? this.text.showing : this.text.none;
    this.#say(isEverything(this.query) ? "" : filled(text, { n: this.count(total), total: this.count(this.index.total), years }));
  }

  #say(text) {
    for (const status of [this.status, this.sheetStatus]) if (status.textContent !== text) status.textContent = text;
  }

  /** When nothing matches: what to leave out, and how many events there would be then. */
  async #showEmpty(query, total) {
    this.empty.hidden = total > 0;
    if (total > 0) return;
    const ways = [
      ...(query.q.trim() ? [[`“${query.q.trim()}”`, { ...query, q: "" }]] : []),
      ...(query.from !== null || query.to !== null ? [[this.text.span, { ...query, from: null, to: null }]] : []),
      ...GROUPS.flatMap((group) => query[group].map((name) => [this.text[group]?.[name] ?? name, toggled(query, group, name)])),
    ];
    const timeline = await this.timeline();
    const totals = await Promise.all(ways.map(([, other]) => timeline.total(other)));
    if (query !== this.query) return;
    const buttons = ways.flatMap(([name, other], at) => {
      if (!totals[at]) return [];
      const button = make("button", { type: "button", class: "dl-chip" }, make("bdi", {}, filled(this.text.without, { name })), " ", make("span", {}, this.count(totals[at])));
      button.addEventListener("click", () => this.ask(other));
      return [make("li", {}, button)];
    });
    this.empty.querySelector("ul").replaceChildren(...buttons);
  }

  #brushed(from, to, isDone) {
    this.isBrushing = !isDone;
    const query = { ...this.query, from, to };
    const within = this.dates.within(this.hits ?? this.dates.count, from, to);
    this.query = query;
    this.resetter.hidden = isEverything(query);
    this.#tell(within.total, within);
    if (isDone) this.ask(query, "brushing");
  }

  /** A day was pointed at: go to the first event from there on, or to the last one; on a large site to its year. */
  #picked(day) {
    const from = this.strip.snapped(day, day)[0];
    if (!this.index.events) {
      const { year } = civil(from);
      return this.ask({ ...this.query, from: dayOf(year), to: dayOf(year + 1) - 1 });
    }
    const shown = this.cards.cards.map((card, at) => [card, this.cardDays()[at]]).filter(([card]) => !card.hidden);
    const [card] = shown.find(([, each]) => each >= from) ?? shown.at(-1) ?? [];
    card?.scrollIntoView({ block: "start" });
  }

  cardDays() {
    let date = 0;
    this.days ??= this.index.events.date.map((step) => this.dates.from[(date += step)]);
    return this.days;
  }

  #look(view) {
    const { strip } = this;
    if (view === "all") return strip.look(0, strip.scale.length);
    const { from, to } = this.query;
    const middle = from !== null || to !== null ? ((from ?? to) + (to ?? from)) / 2 : strip.isWhole ? this.#busiest() : strip.dayAt(strip.width / 2);
    const { year, month } = civil(middle);
    if (view === "decade") strip.lookAt(dayOf(Math.floor(year / 10) * 10), dayOf(Math.floor(year / 10) * 10 + 10) - 1);
    if (view === "year") strip.lookAt(dayOf(year), dayOf(year + 1) - 1);
    if (view === "month") strip.lookAt(dayOf(year, month), dayOf(month < 12 ? year : year + 1, (month % 12) + 1) - 1);
  }

  /** A day of the year in which most of what matches begins. */
  #busiest() {
    return this.#years()[0]?.[0] ?? this.strip.first;
  }

  /** The first days of the years in which what matches begins, and how much does, the busiest first. */
  #years() {
    const years = new Map();
    (this.hits ?? this.dates.count).forEach((count, date) => {
      if (!count) return;
      const day = dayOf(civil(this.dates.from[date]).year);
      years.set(day, (years.get(day) ?? 0) + count);
    });
    return [...years].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  }

  /** Say what the strip draws, for those who do not see it. */
  #describe() {
    const list = new Intl.ListFormat(this.index.language, { style: "narrow" });
    const years = this.#years().slice(0, TOLD_YEARS).map(([day, count]) => `${this.calendar.year(day)} (${this.count(count)})`);
    const folds = this.strip.scale.folds.map(([from, to]) => this.calendar.years(from, to - 1));
    this.description.textContent = [
      years.length ? filled(this.text.busiest, { years: list.format(years) }) : "",
      folds.length ? filled(this.text.folded, { years: list.format(folds) }) : "",
    ].join(" ");
  }

  #showLanes(lanes) {
    const list = this.root.querySelector(".dl-lanes");
    list.hidden = !lanes.length;
    const shown = lanes.map(({ name, dates }) => {
      const svg = document.createElementNS(SVG, "svg");
      svg.setAttribute("aria-hidden", "true");
      for (const part of ["dl-softHits", "dl-solidHits"]) {
        const path = document.createElementNS(SVG, "path");
        path.setAttribute("class", part);
        svg.append(path);
      }
      const button = make("button", { type: "button", "aria-pressed": String(this.query[this.lanesOf].includes(name)) }, make("bdi", {}, name));
      const group = this.lanesOf;
      button.addEventListener("click", () => this.ask(toggled(this.query, group, name)));
      return { dates, svg, item: make("li", {}, svg, button) };
    });
    list.replaceChildren(...shown.map(({ item }) => item));
    this.strip.show({ lanes: shown });
  }

  /** After a new question deep down the page, show the first answers. */
  #returnToTop() {
    const list = this.home.querySelector(".dl-body");
    const bar = this.root.querySelector(".dl-overview");
    if (isEverything(this.query) || list.getBoundingClientRect().top >= bar.getBoundingClientRect().bottom - 1) return;
    scrollTo({ top: scrollY + list.getBoundingClientRect().top - bar.offsetHeight, behavior: "instant" });
  }
}
