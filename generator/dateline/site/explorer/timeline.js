// The events behind the page: in the page itself when it shows them all, else in files that a worker fetches.
import { Engine } from "./engine.js";
import { holds, searchable, terms } from "./fold.js";
import { IndexSearch, TextSearch } from "./search.js";

/** Answers queries over all events. */
export class Timeline {
  constructor(engine, search, fetchCards) {
    this.engine = engine;
    this.search = search;
    this.fetchCards = fetchCards;
    this.events = new Uint32Array(0);
  }

  /** See Engine.filter; what it found stays, for `cards`. */
  async run(query, lanes) {
    const result = this.engine.filter(query, await this.search.find(query.q), lanes);
    this.events = result.events;
    return result;
  }

  /** How many events a query finds. */
  async total(query) {
    return this.engine.filter(query, await this.search.find(query.q)).total;
  }

  /** The names of a group that hold the typed words. */
  async names(group, typed) {
    const words = terms(typed);
    return this.engine.find(group, (name) => words.every((word) => holds(searchable(name), word)));
  }

  /** What the cards of some of the events that were found show, in order. */
  async cards(first, count) {
    const { engine } = this;
    const events = Array.from(this.events.slice(first, first + count));
    const texts = await this.fetchCards(events);
    return events.map((event, at) => {
      const named = (group) => {
        const { starts, values } = engine.lists[group];
        return Array.from(values.slice(starts[event], starts[event + 1]), (number) => engine.names[group][number]);
      };
      const date = engine.date[event];
      return {
        ...texts[at],
        date,
        kind: engine.codes.kind[event],
        status: engine.codes.status[event],
        importance: engine.importance[event],
        people: named("people"),
        places: named("places"),
        outlets: named("outlets"),
      };
    });
  }
}

/** The timeline of a page that shows all its events. @param texts gives the text of each card, in order */
export function timelineOfPage(index, texts) {
  const engine = new Engine(index, index.facets);
  engine.add(index.events);
  const nameText = (event) =>
    ["people", "places", "tags", "outlets"]
      .flatMap((group) => index.events[group][event].map((number) => index.facets[group][number][0]))
      .join(" ");
  const search = new TextSearch(() =>
    texts().map((text, event) => `${text} ${nameText(event)} ${index.events.words[event]}`),
  );
  return new Timeline(engine, search, null);
}

/** The timeline of a large site. @param fetchJson fetches a file of the data folder by its name */
export async function timelineOfFiles(index, fetchJson) {
  const once = new Map();
  const get = (name) => {
    if (!once.has(name)) once.set(name, fetchJson(name).catch((error) => (once.delete(name), Promise.reject(error))));
    return once.get(name);
  };
  const [names, ...shards] = await Promise.all([get("names"), ...index.shards.map(([first]) => get(first))]);
  const engine = new Engine(index, names);
  shards.forEach((columns) => engine.add(columns));
  const search = new IndexSearch(index.total, index.words, (number) => get(`words-${number}`));
  return new Timeline(engine, search, (events) => cardTexts(index, events, get));
}

async function cardTexts(index, events, get) {
  return Promise.all(
    events.map(async (event) => {
      let row = event;
      let shard = 0;
      while (row >= index.shards[shard][1]) row -= index.shards[shard++][1];
      const part = await get(`${index.shards[shard][0]}-${Math.floor(row / index.part)}`);
      const at = row % index.part;
      return { id: part.id[at], title: part.title[at], when: part.when[at], summary: part.summary[at], place: part.place?.[at] };
    }),
  );
}
