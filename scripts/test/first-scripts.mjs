import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { readJson } from "../processes.mjs";

/** What a cold visit of a signed-in page may load, in bytes as they are sent (Brotli, with the answers' headers). */
const LIMIT = 170_000;
const HEADERS_OF_ONE_ANSWER = 320;
const PORTAL = "/[locale]/(portal)/";
const MANIFEST = "page_client-reference-manifest.js";

/** The scripts that each segment of one page names, as Next wrote them down. */
function scriptsOf(path) {
  const scope = { globalThis: {} };
  runInNewContext(readFileSync(path, "utf8"), scope);
  const [[route, { entryJSFiles }]] = Object.entries(scope.globalThis.__RSC_MANIFEST);
  return { route, named: Object.values(entryJSFiles) };
}

/** For each page of a production build: its route, how many scripts come with it at first and how many bytes they are. */
export function firstScripts(build) {
  const { rootMainFiles } = readJson(join(build, "build-manifest.json"));
  const sizeOf = (file) => statSync(join(build, `${file}.br`)).size + HEADERS_OF_ONE_ANSWER;
  const pages = readdirSync(join(build, "server/app"), { recursive: true }).filter((name) =>
    name.endsWith(MANIFEST),
  );
  return pages.map((name) => {
    const { route, named } = scriptsOf(join(build, "server/app", name));
    const files = new Set([...rootMainFiles, ...named.flat()]);
    const bytes = [...files].reduce((sum, file) => sum + sizeOf(file), 0);
    return { route: route.replace(/\/page$/, ""), files: files.size, bytes };
  });
}

/** Says how much the heaviest signed-in page loads; throws where one is over the limit. */
export function checkFirstScripts(build) {
  const pages = firstScripts(build)
    .filter(({ route }) => route.startsWith(PORTAL))
    .sort((a, b) => b.bytes - a.bytes);
  const words = pages.map(
    ({ route, files, bytes }) => `${(bytes / 1_000).toFixed(1)} kB in ${files} files  ${route}`,
  );
  if (pages.length === 0) throw new Error("The build has no signed-in pages.");
  const heavy = pages.filter(({ bytes }) => bytes >= LIMIT).length;
  if (heavy > 0) throw new Error(`Over ${LIMIT / 1_000} kB:\n${words.slice(0, heavy).join("\n")}`);
  return words[0];
}
