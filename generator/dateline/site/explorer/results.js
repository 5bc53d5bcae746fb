// What matches, in the list below the strip: cards of the page shown or hidden, or, on a large site, made on demand.
import { civil } from "./days.js";
import { make } from "./dom.js";
import { KINDS, STATUSES } from "./engine.js";

const CHUNK = 30;

/** The list of a page that holds every event. */
export class CardsOfPage {
  constructor(home, count) {
    this.count = count;
    this.cards = [...home.querySelectorAll(".dl-event")];
    this.lists = [...home.querySelectorAll(".dl-events")].map((list) => ({
      list,
      cards: list.children.length,
      heading: list.previousElementSibling?.matches(".dl-month") ? list.previousElementSibling : null,
    }));
    this.rail = home.querySelector(".dl-years");
    this.years = [...home.querySelectorAll(".dl-year")].map((year) => {
      const link = this.rail.querySelector(`a[href="#${year.querySelector("h2").id}"]`);
      return { year, cards: year.querySelectorAll(".dl-event").length, item: link.parentElement, number: link.querySelector("span") };
    });
  }

  /** The text of each card, in order. */
  texts() {
    return this.cards.map((card) =>
      [".dl-title", ".dl-summary"].map((part) => card.querySelector(part)?.textContent ?? "").join(" "),
    );
  }

  show({ events }) {
    const isShown = new Uint8Array(this.cards.length);
    for (const event of events) isShown[event] = 1;
    let at = 0;
    const inList = [];
    for (const each of this.lists) {
      let shown = 0;
      for (let row = 0; row < each.cards; row++, at++) {
        shown += isShown[at];
        if (this.cards[at].hidden === Boolean(isShown[at])) this.cards[at].hidden = !isShown[at];
      }
      each.list.hidden = shown === 0;
      each.list.style.setProperty("--n", shown);
      if (each.heading) each.heading.hidden = shown === 0;
      inList.push([each.cards, shown]);
    }
    let list = 0;
    let busiest = 1;
    for (const { year, cards, item, number } of this.years) {
      let ofYear = 0;
      for (let left = cards; left > 0; left -= inList[list++][0]) ofYear += inList[list][1];
      busiest = Math.max(busiest, ofYear);
      year.hidden = item.hidden = ofYear === 0;
      item.style.setProperty("--n", ofYear);
      number.textContent = this.count(ofYear);
    }
    this.rail.style.setProperty("--busiest", busiest);
  }
}

/** The list of a large site: empty until something is asked for, then filled as the reader goes on. */
export class CardsOnDemand {
  /**
   * @param home the element of the timeline
   * @param index what index.js holds
   * @param dates see Dates
   * @param calendar words for times
   * @param fetchCards gives what a run of cards shows
   */
  constructor(home, index, { dates, calendar, fetchCards }) {
    this.front = home.querySelector(".dl-front");
    this.box = home.querySelector(".dl-results");
    this.links = { root: this.box.dataset.root, end: this.box.dataset.end };
    this.text = index.text;
    this.dates = dates;
    this.calendar = calendar;
    this.fetchCards = fetchCards;
    this.more = make("button", { type: "button", class: "dl-button dl-more-events" }, this.text.more);
    this.more.addEventListener("click", () => this.#add());
    new IntersectionObserver(([seen]) => seen.isIntersecting && this.#add(), { rootMargin: "1200px" }).observe(this.more);
  }

  /** Show the front page. */
  clear() {
    this.run = null;
    this.front.hidden = false;
    this.box.hidden = true;
  }

  async show({ total }) {
    const run = (this.run = { total, shown: 0, year: null, isBusy: true });
    const cards = await this.fetchCards(0, CHUNK);
    if (this.run !== run) return;
    this.box.replaceChildren();
    this.list = null;
    this.#put(cards);
    this.front.hidden = true;
    this.box.hidden = false;
    run.isBusy = false;
  }

  async #add() {
    const { run } = this;
    if (!run || run.isBusy || run.shown >= run.total) return;
    run.isBusy = true;
    try {
      const cards = await this.fetchCards(run.shown, CHUNK);
      if (this.run === run) this.#put(cards);
    } finally {
      run.isBusy = false;
    }
  }

  #put(cards) {
    this.more.remove();
    for (const card of cards) {
      const { year } = civil(this.dates.from[card.date]);
      if (year !== this.run.year || !this.list) {
        this.list = make("ol", { class: "dl-events" });
        const heading = make("h2", {}, this.calendar.year(this.dates.from[card.date]));
        this.box.append(make("section", { class: "dl-year" }, heading, make("div", { class: "dl-of-year" }, this.list)));
        this.run.year = year;
      }
      this.list.append(this.#card(card));
    }
    this.run.shown += cards.length;
    if (this.run.shown < this.run.total) this.box.append(this.more);
  }

  #card({ id, title, when, summary, place, date, kind, status, importance, people, places, outlets }) {
    const letter = this.dates.letters[date];
    const named = [...people.map((name) => ["people", name]), ...places.filter(([name]) => !people.some(([each]) => each === name)).map((name) => ["places", name])];
    const link = (path, text) => make("a", { href: `${this.links.root}${path}/${this.links.end}`, dir: "auto" }, text);
    const own = link(`events/${encodeURIComponent(id)}`, title);
    // Without a page of its own an event is on the timeline.
    if (place) own.href = this.links.root + place;
    const { text } = this;
    return make(
      "li",
      {
        class: "dl-event",
        id,
        "data-precision": { d: "day", m: "month", y: "year", s: "span", b: "before", a: "after" }[letter.toLowerCase()],
        "data-vague": letter !== letter.toLowerCase(),
        "data-kind": KINDS[kind],
        "data-importance": importance,
      },
      make("p", { class: "dl-when" }, make("span", {}, when)),
      make(
        "div",
        { class: "dl-card" },
        make("h3", { class: "dl-title" }, ...(kind ? [make("span", { class: "dl-kind" }, text.kind[KINDS[kind]]), " "] : []), own),
        summary ? make("div", { class: "dl-summary", dir: "auto" }, make("p", {}, summary)) : null,
        make(
          "div",
          { class: "dl-meta" },
          outlets.length ? make("p", { class: "dl-told" }, `${text.told_by} ${outlets.map(([name]) => name).join(", ")}`) : null,
          named.length ? make("ul", { class: "dl-names" }, ...named.map(([group, [name, , slug]]) => make("li", {}, link(`${group}/${encodeURIComponent(slug)}`, name)))) : null,
          STATUSES[status] === "draft" ? make("p", { class: "dl-draft", title: text.draft_note }, text.status.draft) : null,
        ),
      ),
    );
  }
}
