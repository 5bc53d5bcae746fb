// Bundles the explorer: `npm install && npm run build`. The same sources give the same bytes.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const hash = createHash("sha256");
// A test compares this with the sources, so that a bundle older than they are is noticed where there is no Node.
for (const name of readdirSync(here).filter((each) => /\.(js|json|mjs)$/.test(each) && each !== "package-lock.json").sort()) {
  hash.update(`${name}\n`).update(readFileSync(join(here, name)));
}

await build({
  entryPoints: [join(here, "main.js")],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  banner: { js: `/*! Dateline's explorer, Apache-2.0; sources sha256:${hash.digest("hex")} */` },
  outfile: process.argv[2] ?? join(here, "..", "assets", "dateline.js"),
});
