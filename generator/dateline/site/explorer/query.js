// What a reader asked for, as an address: ?q=ferry&people=Orsa&people=Velmark&from=2014&to=2020-05
import { read, written } from "./days.js";

/** What is chosen by name: any of the names of one group, and something of every group that has a choice. */
export const GROUPS = ["people", "places", "tags", "outlets", "kind", "certainty", "status"];

/** A query that leaves nothing out. */
export const everything = () => ({ q: "", from: null, to: null, ...Object.fromEntries(GROUPS.map((group) => [group, []])) });

export function fromAddress(search) {
  const parameters = new URLSearchParams(search);
  const query = everything();
  query.q = parameters.get("q") ?? "";
  query.from = read(parameters.get("from"));
  query.to = read(parameters.get("to"), true);
  if (query.from !== null && query.to !== null && query.from > query.to) query.from = query.to = null;
  for (const group of GROUPS) query[group] = [...new Set(parameters.getAll(group))].filter(Boolean);
  return query;
}

/** The query part of an address, with whatever else `search` held; empty for a query that leaves nothing out. */
export function toAddress(query, search = "") {
  const parameters = new URLSearchParams(search);
  for (const key of ["q", "from", "to", ...GROUPS]) parameters.delete(key);
  if (query.q.trim()) parameters.set("q", query.q.trim());
  for (const group of GROUPS) for (const name of query[group]) parameters.append(group, name);
  if (query.from !== null) parameters.set("from", written(query.from));
  if (query.to !== null) parameters.set("to", written(query.to, true));
  const text = parameters.toString();
  return text ? `?${text}` : "";
}

export const isEverything = (query) => toAddress(query) === "";

/** The query with a name of a group chosen or, when it was, no longer chosen. */
export function toggled(query, group, name) {
  const chosen = query[group];
  return { ...query, [group]: chosen.includes(name) ? chosen.filter((each) => each !== name) : [...chosen, name] };
}
