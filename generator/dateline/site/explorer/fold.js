// Text as search compares it; searching.py folds what is searched in by the same table.
import table from "./folding.json" with { type: "json" };

const ranges = (pairs) => pairs.map(([first, last]) => `${first}-${last}`).join("");
const MARKS = new RegExp(`[${ranges(table.marks)}]`, "gu");
const LETTERS = new RegExp(`[${Object.keys(table.letters).join("")}]`, "gu");
const UNSPACED = new RegExp(`[${ranges(table.unspaced)}]`, "u");
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Fold a text: NFKD, lower case, no accents and vowel points, one spelling of each letter. */
export const fold = (text) =>
  text.normalize("NFKD").toLowerCase().replace(MARKS, "").replace(LETTERS, (letter) => table.letters[letter]);

/** The folded words that a reader typed, none longer than those that are kept. */
export const terms = (typed) => [...new Set((fold(typed).match(WORD) ?? []).map((word) => word.slice(0, table.longest)))];

/** Whether a folded text, which begins with a space, holds a word that begins with the term. */
export const holds = (text, term) => text.includes(UNSPACED.test(term) ? term : ` ${term}`);

/** A text as `holds` wants it: its folded words, each after a space. */
export const searchable = (text) => ` ${(fold(text).match(WORD) ?? []).join(" ")}`;
