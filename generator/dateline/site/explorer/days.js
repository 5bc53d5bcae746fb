// Days as numbers from 1 January 1970, in the proleptic Gregorian calendar, in any year; and their words.

/** The number of a day; the month counts from 1. After Howard Hinnant's days_from_civil. */
export function dayOf(year, month = 1, day = 1) {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}

/** Year, month (from 1) and day of a day's number. */
export function civil(number) {
  const z = Math.floor(number) + 719468;
  const era = Math.floor(z / 146097);
  const ofEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** The first day of the year, month or day that holds a day, `steps` of them later. */
export function start(unit, number, steps = 0) {
  const { year, month } = civil(number);
  if (unit === "year") return dayOf(year + steps);
  if (unit === "day") return Math.floor(number) + steps;
  const months = year * 12 + month - 1 + steps;
  return dayOf(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1);
}

const pad = (number, width) => String(number).padStart(width, "0");

/** A day as a reader writes it in an address, as short as it can be: the end of a span when `last` is true. */
export function written(number, last = false) {
  const { year, month, day } = civil(number);
  const y = year < 0 ? `-${pad(-year, 4)}` : pad(year, 4);
  const next = civil(number + 1);
  const ends = (unit) => (last ? next[unit] !== civil(number)[unit] : start(unit, number) === Math.floor(number));
  if (ends("year")) return y;
  return ends("month") ? `${y}-${pad(month, 2)}` : `${y}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The day that an address gives, the last one of a month or year when `last` is true; null for what is no date. */
export function read(text, last = false) {
  const parts = /^(-?\d{4,6})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text ?? "");
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const first = dayOf(year, month, day);
  if (!last || day !== undefined) return first;
  return start(month === undefined ? "year" : "month", first, 1) - 1;
}

/** The words for days, months and years in a language. */
export class Calendar {
  constructor(language) {
    // Formatters take milliseconds to make: each is made when it is first used.
    const format = (options) => {
      let formatter;
      return (number) => {
        formatter ??= new Intl.DateTimeFormat(language, { timeZone: "UTC", calendar: "gregory", ...options });
        return formatter.format(new Date(number * 86400000));
      };
    };
    let plain;
    const era = format({ year: "numeric", era: "short" });
    this.year = (number) => {
      const { year } = civil(number);
      plain ??= new Intl.NumberFormat(language, { useGrouping: false });
      return year > 0 ? plain.format(year) : era(number);
    };
    this.month = format({ month: "short" });
    this.day = format({ day: "numeric", month: "short" });
    this.monthOfYear = format({ month: "short", year: "numeric" });
    this.dayOfYear = format({ day: "numeric", month: "short", year: "numeric" });
    this.full = format({ day: "numeric", month: "long", year: "numeric" });
    this.years = (first, last) => {
      const [from, to] = [this.year(first), this.year(last)];
      return from === to ? from : `${from}–${to}`;
    };
  }
}
