// The events as columns of numbers, and the counting over them. Knows neither the page nor the network.
import { GROUPS } from "./query.js";

const LISTS = ["people", "places", "tags", "outlets"];
export const KINDS = ["happened", "planned", "forecast", "denied"];
export const STATUSES = ["reviewed", "draft"];
export const CERTAINTIES = ["day", "month", "year", "span", "open", "about"];
const CERTAINTY_OF = { d: 0, m: 1, y: 2, s: 3, b: 4, a: 4 };
// Beside what is chosen, so many names of a group are told.
const TOLD = 60;
const LANES = 6;

/** The dates that occur: first day, last day, how certain, how many events have it. Of an open date both are its known end. */
export class Dates {
  constructor({ from, span, certainty, count }) {
    this.size = from.length;
    this.from = new Float64Array(this.size);
    this.to = new Float64Array(this.size);
    this.count = Uint32Array.from(count);
    this.letters = certainty;
    this.certainty = new Uint8Array(this.size);
    let day = 0;
    for (let date = 0; date < this.size; date++) {
      this.certainty[date] = CERTAINTY_OF[certainty[date]] ?? 5;
      day += from[date];
      this.from[date] = day;
      this.to[date] = day + span[date];
    }
  }

  /** How many events of `counts` (a number for each date) lie in a span of days, and the first and last date. */
  within(counts, from, to) {
    let total = 0;
    let first = -1;
    let last = -1;
    for (let date = 0; date < this.size; date++) {
      if (!counts[date] || (from !== null && this.to[date] < from) || (to !== null && this.from[date] > to)) continue;
      total += counts[date];
      if (first < 0) first = date;
      last = date;
    }
    return { total, first: first < 0 ? null : this.from[first], last: last < 0 ? null : this.from[last] };
  }
}

/** A list of names for each event, end to end. */
class Lists {
  constructor(size) {
    this.starts = new Uint32Array(size + 1);
    this.values = [];
  }

  add(event, values) {
    for (const value of values) this.values.push(value);
    this.starts[event + 1] = this.values.length;
  }
}

export class Engine {
  /**
   * @param index what index.js holds
   * @param names for each list its names as [name, count, …], in the order of their numbers
   */
  constructor(index, names) {
    this.size = index.total;
    this.dates = new Dates(index.dates);
    this.names = names;
    this.date = new Uint32Array(this.size);
    this.codes = { kind: new Uint8Array(this.size), status: new Uint8Array(this.size), certainty: new Uint8Array(this.size) };
    this.importance = new Uint8Array(this.size);
    this.lists = Object.fromEntries(LISTS.map((group) => [group, new Lists(this.size)]));
    this.filled = 0;
    this.fixed = { kind: KINDS, status: STATUSES, certainty: CERTAINTIES };
    this.numbers = Object.fromEntries(
      LISTS.map((group) => [group, new Map(names[group].map(([name], number) => [name, number]))]),
    );
  }

  /** Take in the columns of the events that follow those there are. */
  add(columns) {
    let date = 0;
    for (let row = 0; row < columns.date.length; row++) {
      const event = this.filled++;
      date += columns.date[row];
      this.date[event] = date;
      this.codes.kind[event] = "hpfd".indexOf(columns.kind[row]);
      this.codes.status[event] = "rd".indexOf(columns.status[row]);
      this.codes.certainty[event] = this.dates.certainty[date];
      this.importance[event] = Number(columns.importance[row]);
      for (const group of LISTS) this.lists[group].add(event, columns[group][row]);
    }
  }

  /**
   * Find what a query asks for.
   *
   * A group's counts say how many events there would be with that name alone chosen in the group, all else as it is.
   *
   * @param query see query.js
   * @param found a 1 for each event that the search words find; null when none were typed
   * @param lanes the group whose most frequent names are counted date by date; null for none
   * @returns events (their places in order), total, dates (matches for each date, whatever the time span), counts,
   *   lanes
   */
  filter(query, found = null, lanes = null) {
    const chosen = this.#chosen(query);
    const counts = Object.fromEntries(
      GROUPS.map((group) => [group, new Uint32Array((this.names[group] ?? this.fixed[group]).length)]),
    );
    const perDate = new Uint32Array(this.dates.size);
    const events = new Uint32Array(this.size);
    const beside = new Uint8Array(this.size);
    let total = 0;
    for (let event = 0; event < this.filled; event++) {
      if (found && !found[event]) continue;
      let missed = null;
      let misses = 0;
      for (const [group, wanted] of chosen) {
        if (this.#has(group, event, wanted)) continue;
        missed = group;
        if (++misses > 1) break;
      }
      if (misses > 1) continue;
      const date = this.date[event];
      const inTime = (query.from === null || this.dates.to[date] >= query.from) && (query.to === null || this.dates.from[date] <= query.to);
      if (misses === 0) {
        perDate[date]++;
        beside[event] = 1;
        if (inTime) events[total++] = event;
      }
      if (!inTime) continue;
      if (misses === 1) this.#count(counts, missed, event);
      else for (const group of GROUPS) this.#count(counts, group, event);
    }
    return {
      events: events.slice(0, total),
      total,
      dates: perDate,
      counts: Object.fromEntries(GROUPS.map((group) => [group, this.#told(group, counts[group], query[group])])),
      lanes: lanes ? this.#lanes(lanes, counts[lanes], beside, query[lanes]) : [],
    };
  }

  /** The numbers of the chosen names of each group that has any; a name that does not occur matches nothing. */
  #chosen(query) {
    return GROUPS.filter((group) => query[group].length).map((group) => {
      const number = (name) => this.numbers[group]?.get(name) ?? this.fixed[group]?.indexOf(name) ?? -1;
      return [group, new Set(query[group].map(number))];
    });
  }

  #has(group, event, wanted) {
    const codes = this.codes[group];
    if (codes) return wanted.has(codes[event]);
    const { starts, values } = this.lists[group];
    for (let at = starts[event]; at < starts[event + 1]; at++) if (wanted.has(values[at])) return true;
    return false;
  }

  #count(counts, group, event) {
    const codes = this.codes[group];
    if (codes) counts[group][codes[event]]++;
    else {
      const { starts, values } = this.lists[group];
      for (let at = starts[event]; at < starts[event + 1]; at++) counts[group][values[at]]++;
    }
  }

  /** The names of a group with their counts, the most frequent first, the chosen ones among them in any case. */
  #told(group, counts, chosen) {
    const nameOf = (number) => (this.fixed[group] ? this.fixed[group][number] : this.names[group][number][0]);
    if (this.fixed[group]) return Array.from(counts, (count, number) => [nameOf(number), count]);
    const numbers = Array.from(counts.keys()).filter((number) => counts[number] > 0);
    numbers.sort((a, b) => counts[b] - counts[a] || a - b);
    const told = numbers.slice(0, TOLD).map((number) => [nameOf(number), counts[number]]);
    for (const name of chosen) {
      const number = this.numbers[group].get(name);
      if (!told.some(([each]) => each === name)) told.push([name, number === undefined ? 0 : counts[number]]);
    }
    return told;
  }

  /** For the most frequent names of a group, or the chosen ones, the matches for each date. */
  #lanes(group, counts, beside, chosen) {
    const all = this.fixed[group] ?? this.names[group].map(([name]) => name);
    const numbers = Array.from(counts.keys()).filter((number) => counts[number] && (!chosen.length || chosen.includes(all[number])));
    numbers.sort((a, b) => counts[b] - counts[a] || a - b);
    return numbers.slice(0, LANES).map((number) => {
      const dates = new Uint32Array(this.dates.size);
      const wanted = new Set([number]);
      for (let event = 0; event < this.filled; event++) {
        if (beside[event] && this.#has(group, event, wanted)) dates[this.date[event]]++;
      }
      return { name: all[number], dates };
    });
  }

  /** The names of a list that begin a word with every term, most frequent first, with their counts over all. */
  find(group, matches) {
    return this.names[group].filter(([name]) => matches(name)).slice(0, TOLD).map(([name, count]) => [name, count]);
  }
}
