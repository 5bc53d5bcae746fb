// The timeline in a worker, so that a hundred thousand events are counted while the page stays at hand.
import { timelineOfFiles } from "./timeline.js";

/** Answer the calls of a page; runs in the worker. */
export function answer() {
  let timeline = null;
  const fetchJson = (folder) => async (name) => {
    const response = await fetch(`${folder}${name}.json`);
    if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
    return response.json();
  };
  addEventListener("message", async ({ data: { id, method, given } }) => {
    try {
      if (method === "open") timeline = timelineOfFiles(given[0], fetchJson(given[1]));
      const opened = await timeline;
      const result = method === "open" ? null : await opened[method](...given);
      // The events that were found stay here until their cards are asked for.
      if (method === "run") delete result.events;
      postMessage({ id, result });
    } catch (error) {
      postMessage({ id, error: String(error) });
    }
  });
}

/** The timeline that a worker answers for: the methods of Timeline, each giving a promise. */
export async function timelineInWorker(script, index, folder) {
  const worker = new Worker(script);
  const waiting = new Map();
  worker.addEventListener("message", ({ data: { id, result, error } }) => {
    const [resolve, reject] = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(error));
    else resolve(result);
  });
  let last = 0;
  const call = (method, ...given) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, [resolve, reject]);
      worker.postMessage({ id: last, method, given });
    });
  await call("open", index, folder);
  return Object.fromEntries(
    ["run", "total", "names", "cards"].map((method) => [method, (...given) => call(method, ...given)]),
  );
}
