// The explorer: overview, filters and search over a timeline whose events stand in the page without it, too.
import { pause } from "./dom.js";
import { Page } from "./page.js";
import { answer } from "./worker.js";

// The one script serves the page and, in there, the worker.
if (typeof document === "undefined") answer();
else {
  const script = document.currentScript.src;
  const root = document.querySelector(".dl-explorer");
  const index = globalThis.datelineIndex;
  if (root && index?.total) pause().then(() => new Page(root, index, script).begin());
}
