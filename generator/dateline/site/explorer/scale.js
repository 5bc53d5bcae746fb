// Time to places on the strip: long empty stretches are folded, so that what lies between them has room.
import { civil, dayOf, start } from "./days.js";

// All of time is so many cells long; an empty stretch of more than LONG cells takes the room of FOLDED.
const CELLS = 480;
const LONG = 30;
const FOLDED = 12;
const YEAR = 366;

/**
 * A scale from days to units along the strip, straight between its knots.
 * `folds` are the stretches that were folded, from a day to another; elsewhere a unit is `cell` days.
 */
export class Scale {
  constructor(days, units, folds, cell) {
    this.cell = cell;
    this.days = days;
    this.units = units;
    this.folds = folds;
    this.length = units.at(-1);
  }

  unit(day) {
    return between(this.days, this.units, day);
  }

  day(unit) {
    return between(this.units, this.days, unit);
  }

  isFolded(day) {
    return this.folds.some(([from, to]) => from <= day && day < to);
  }
}

function between(from, to, value) {
  let low = 0;
  let high = from.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (from[middle] <= value) low = middle;
    else high = middle;
  }
  return to[low] + ((value - from[low]) * (to[high] - to[low])) / (from[high] - from[low]);
}

/** The scale of some dates (see Dates): from the first to the last, with a margin that ends with a year or month. */
export function scaleOf(dates) {
  const first = dates.from.reduce((a, b) => Math.min(a, b), Infinity);
  const last = dates.to.reduce((a, b) => Math.max(a, b), -Infinity);
  const unit = last - first > 3 * YEAR ? "year" : last - first > 90 ? "month" : "day";
  const begin = start(unit, first);
  const end = start(unit, last, 1);
  const cell = Math.max((end - begin) / CELLS, 1 / 24);
  // Of a long stretch of time its ends count: it goes on where nothing else happens.
  const stretches = [];
  for (let date = 0; date < dates.size; date++) {
    const [from, to] = [dates.from[date], dates.to[date]];
    if (to - from <= 1.5 * YEAR) stretches.push([from, to]);
    else stretches.push([from, from], [to, to]);
  }
  stretches.sort((a, b) => a[0] - b[0]);
  const folds = [];
  let reached = begin - 1;
  for (const [from, to] of stretches) {
    const fold = [start(unit, reached, 1), start(unit, from)];
    if (fold[1] - fold[0] > LONG * cell) folds.push(fold);
    reached = Math.max(reached, to);
  }
  const days = [begin];
  const units = [0];
  const go = (day, length) => {
    if (day <= days.at(-1)) return;
    days.push(day);
    units.push(units.at(-1) + length);
  };
  for (const [from, to] of folds) {
    go(from, (from - days.at(-1)) / cell);
    go(to, FOLDED);
  }
  go(end, (end - days.at(-1)) / cell);
  return new Scale(days, units, folds, cell);
}

// The times that a strip may name, rounder ones first: every so many years, months, days.
const STEPS = [
  ...[1000, 500, 200, 100, 50, 20, 10, 5, 2, 1].map((count) => ["year", count, 365.25 * count]),
  ...[6, 3, 1].map((count) => ["month", count, 30.44 * count]),
  ...[10, 5, 1].map((count) => ["day", count, count]),
];
// More than so many never find room.
const MOST = 160;

/**
 * Where the strip says what time it is, none closer to another than `room`.
 * @param x gives the place of a day
 * @returns [day, unit, place] each
 */
export function ticks(scale, from, to, x, room) {
  // Where a year begins the strip, that one is named before any rounder one.
  const begins = Math.round(from);
  const placed = start("year", begins) === begins ? [[begins, "year", x(begins)]] : [];
  for (const [unit, count, days] of STEPS) {
    if ((to - from) / days > MOST) continue;
    let isCrowded = false;
    for (let day = first(unit, count, from); day <= to; day = next(unit, count, day)) {
      if (day < from || scale.isFolded(day) || placed.some((tick) => tick[0] === day)) continue;
      const at = x(day);
      if (placed.some((tick) => Math.abs(tick[2] - at) < room)) isCrowded = true;
      else placed.push([day, unit, at]);
    }
    // Finer times help only when none of these is missing.
    if (isCrowded) break;
  }
  return placed;
}

function first(unit, count, day) {
  const { year, month } = civil(day);
  if (unit === "year") return dayOf(Math.floor(year / count) * count);
  if (unit === "month") return dayOf(year, Math.floor((month - 1) / count) * count + 1);
  return dayOf(year, month);
}

function next(unit, count, day) {
  if (unit !== "day") return start(unit, day, count);
  // Days are counted anew each month: 1, 11, 21, and no 31 beside a first.
  const later = civil(day).day === 1 && count > 1 ? day + count - 1 : day + count;
  const { day: number } = civil(later + Math.ceil(count / 2));
  return number > civil(day).day ? later : start("month", day, 1);
}
