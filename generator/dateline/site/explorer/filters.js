// The chips: a row of frequent names beside the strip, and a sheet with all of them.
import { make } from "./dom.js";
import { GROUPS } from "./query.js";

const LISTS = ["people", "places", "tags", "outlets"];
// How many names of each list stand in the row.
const QUICK = { people: 4, places: 3, tags: 4, outlets: 2 };
// A list with more names than this can be looked through by typing.
const MANY = 16;
// So many names are shown until all are asked for; the stylesheet hides the others.
const FIRST = 12;

export class Filters {
  /**
   * @param root the explorer's element
   * @param index what index.js holds
   * @param count says a number
   * @param toggle called with group and name when a chip is pressed
   * @param find gives the names of a group that hold the typed words
   */
  constructor(root, index, { count, toggle, find, open }) {
    this.text = index.text;
    this.total = index.total;
    this.count = count;
    this.toggle = toggle;
    this.find = find;
    this.row = root.querySelector(".dl-chips");
    this.sheet = root.querySelector(".dl-sheet");
    this.groups = {};
    this.quick = quickNames(index);
    this.chosen = 0;
    for (const group of GROUPS) this.groups[group] = this.#group(group, index.facets[group]?.length ?? 0);
    root.querySelector(".dl-groups").append(...GROUPS.map((group) => this.groups[group].box));
    root.querySelector(".dl-open").addEventListener("click", () => {
      this.sheet.showModal();
      this.#showGroups();
      open();
    });
    for (const closer of root.querySelectorAll(".dl-close")) closer.addEventListener("click", () => this.sheet.close());
    // A press beside the sheet lands on the dialog itself.
    this.sheet.addEventListener("click", (event) => event.target === this.sheet && this.sheet.close());
    for (const box of [this.row, this.sheet]) {
      box.addEventListener("click", (event) => {
        const chip = event.target.closest(".dl-chip");
        if (chip) this.toggle(chip.dataset.group, chip.dataset.name);
      });
    }
  }

  /** Show what is chosen and how many events each name would give; `counts` as Engine.filter gives them, or null. */
  show(query, counts) {
    this.query = query;
    this.counts = counts;
    const known = (group, name) => counts?.[group].find(([each]) => each === name)?.[1];
    const quick = this.quick.map(([group, name, all]) => [group, name, counts ? (known(group, name) ?? 0) : all]);
    const extra = GROUPS.flatMap((group) =>
      query[group]
        .filter((name) => !quick.some((each) => each[0] === group && each[1] === name))
        .map((name) => [group, name, known(group, name) ?? 0]),
    );
    const isChosen = ([group, name]) => query[group].includes(name);
    // What is chosen comes first, where it can be seen and taken back.
    const chosen = [...extra, ...quick.filter(isChosen)];
    this.#fill(this.row, [...chosen, ...quick.filter((each) => each[2] > 0 && !isChosen(each))]);
    if (chosen.length > this.chosen) this.row.scrollLeft = 0;
    this.chosen = chosen.length;
    this.#showGroups();
  }

  /** Fill the sheet, when it is open and there is something to show. */
  #showGroups() {
    if (this.sheet.open && this.counts) for (const group of GROUPS) this.#showGroup(group);
  }

  #showGroup(group) {
    const { box, list, field, more } = this.groups[group];
    const told = this.counts[group];
    if (field?.value) return;
    const chosen = this.query[group];
    const shown = told.filter(([name, count]) => count > 0 || chosen.includes(name));
    box.hidden = shown.length < 2 && !chosen.length;
    this.#fill(list, shown.map(([name, count]) => [group, name, count]));
    more.hidden = "all" in list.dataset || shown.length <= FIRST;
  }

  #group(group, size) {
    const title = make("legend", {}, this.text.groups[group]);
    const list = make("div", { class: "dl-list" });
    const field =
      size >= MANY
        ? make("input", { type: "search", placeholder: this.text.find, "aria-label": `${this.text.find}: ${this.text.groups[group]}`, autocomplete: "off" })
        : null;
    field?.addEventListener("input", async () => {
      const typed = field.value;
      if (!typed) return this.#showGroup(group);
      const names = await this.find(group, typed);
      if (field.value !== typed) return;
      const live = new Map(this.counts?.[group]);
      this.#fill(list, names.map(([name, count]) => [group, name, live.get(name) ?? count]));
    });
    const more = make("button", { type: "button", class: "dl-more-names", hidden: true }, this.text.more_names);
    more.addEventListener("click", () => {
      list.dataset.all = "";
      more.hidden = true;
      list.children[FIRST]?.focus();
    });
    return { box: make("fieldset", { class: "dl-group" }, title, field, list, more), list, field, more };
  }

  /** Put chips into a box, keeping the elements that are there: focus and scroll position stay. */
  #fill(box, chips) {
    const { activeElement } = document;
    const old = new Map(Array.from(box.children, (chip) => [`${chip.dataset.group} ${chip.dataset.name}`, chip]));
    chips.forEach(([group, name, count], at) => {
      const key = `${group} ${name}`;
      const chip = old.get(key) ?? this.#chip(group, name);
      old.delete(key);
      const isChosen = this.query[group].includes(name);
      chip.setAttribute("aria-pressed", isChosen);
      chip.toggleAttribute("data-none", count === 0 && !isChosen);
      const number = this.count(count);
      if (chip.lastChild.textContent !== number) chip.lastChild.textContent = number;
      if (box.children[at] !== chip) box.insertBefore(chip, box.children[at] ?? null);
    });
    for (const chip of old.values()) chip.remove();
    // An element that is moved loses the focus.
    if (box.contains(activeElement)) activeElement.focus({ preventScroll: true });
  }

  #chip(group, name) {
    const said = this.text[group]?.[name] ?? name;
    return make(
      "button",
      { type: "button", class: "dl-chip", "data-group": group, "data-name": name, title: this.text.groups[group] },
      make("bdi", {}, said),
      " ",
      make("span"),
    );
  }
}

/** The most frequent names of each list, the lists taking turns; names that all events share choose nothing. */
function quickNames(index) {
  const lists = LISTS.map((group) =>
    index.facets[group]
      .filter(([, count]) => count < index.total)
      .slice(0, QUICK[group])
      .map(([name, count]) => [group, name, count]),
  );
  // A country can act and be acted in: in the row its name stands once.
  const seen = new Set();
  const isNew = ([, name]) => !seen.has(name) && seen.add(name);
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list.slice(turn, turn + 1)))
    .flat()
    .filter(isNew);
}
