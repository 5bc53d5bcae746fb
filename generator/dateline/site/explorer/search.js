// Search words to events: by reading the texts where they are at hand, else by the index that the build made.
import { holds, searchable, terms } from "./fold.js";

/** Search through texts, one for each event. */
export class TextSearch {
  constructor(texts) {
    this.texts = texts;
    this.folded = null;
  }

  async find(typed) {
    const words = terms(typed);
    if (!words.length) return null;
    this.folded ??= this.texts().map(searchable);
    return Uint8Array.from(this.folded, (text) => (words.every((word) => holds(text, word)) ? 1 : 0));
  }
}

/** Search by an index in blocks of neighbouring words. */
export class IndexSearch {
  /**
   * @param size how many events there are
   * @param words the first word of each block, and the words that too many events hold to be kept
   * @param fetchBlock gives a block by its number
   */
  constructor(size, { first, common }, fetchBlock) {
    this.size = size;
    this.first = first;
    this.common = common;
    this.fetchBlock = fetchBlock;
  }

  async find(typed) {
    // A single letter of an alphabet begins words without number: nothing is looked for until there are two.
    const words = terms(typed).filter((word) => word.length > 1 || /[^\u0000-\u0fff]/.test(word));
    const rare = words.filter((word) => !this.common.some((each) => each.startsWith(word)));
    if (!rare.length) return null;
    const found = await Promise.all(rare.map((word) => this.#holding(word)));
    return found.reduce((all, one) => all.map((hit, event) => hit & one[event]));
  }

  async #holding(word) {
    const hits = new Uint8Array(this.size);
    const last = `${word}\uffff`;
    const numbers = this.first
      .map((_, number) => number)
      .filter((number) => this.first[number] <= last && !(this.first[number + 1] < word));
    for (const block of await Promise.all(numbers.map((number) => this.fetchBlock(number)))) {
      for (const [each, steps] of Object.entries(block)) {
        if (!each.startsWith(word)) continue;
        let event = 0;
        for (const step of steps) hits[(event += step)] = 1;
      }
    }
    return hits;
  }
}
