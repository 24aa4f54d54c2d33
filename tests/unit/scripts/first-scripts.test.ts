import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkFirstScripts, firstScripts } from "@/scripts/test/first-scripts.mjs";

const PAGE = "/[locale]/(portal)/wallet/page";
let build = "";

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(build, path)), { recursive: true });
  writeFileSync(join(build, path), content);
}

/** A build of one page: the root's script of 100,000 bytes, and what its segments name. */
function writeBuild(route: string, entryJSFiles: Record<string, string[]>): void {
  write("build-manifest.json", JSON.stringify({ rootMainFiles: ["static/chunks/root.js"] }));
  write(
    `server/app${route}_client-reference-manifest.js`,
    `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};\nglobalThis.__RSC_MANIFEST[${JSON.stringify(route)}] = ${JSON.stringify({ entryJSFiles })};`,
  );
}

beforeEach(() => {
  build = mkdtempSync(join(tmpdir(), "patchbay-first-scripts-"));
  write("static/chunks/root.js.br", new Uint8Array(100_000));
  write("static/chunks/page.js.br", new Uint8Array(50_000));
  write("static/chunks/more.js.br", new Uint8Array(30_000));
});
afterEach(() => rmSync(build, { recursive: true, force: true }));

describe("the first scripts of a page", () => {
  it("are the root's and its segments', each once, with the headers of each answer", () => {
    writeBuild(PAGE, {
      "[project]/app/[locale]/layout": ["static/chunks/page.js"],
      "[project]/app/[locale]/(portal)/wallet/page": ["static/chunks/page.js"],
    });
    expect(firstScripts(build)).toEqual([
      { route: "/[locale]/(portal)/wallet", files: 2, bytes: 150_000 + 2 * 320 },
    ]);
    expect(checkFirstScripts(build)).toContain("150.6 kB in 2 files");
  });

  it("are too many over the limit", () => {
    writeBuild(PAGE, {
      "[project]/app/[locale]/(portal)/wallet/page": ["static/chunks/page.js", "static/chunks/more.js"],
    });
    expect(() => checkFirstScripts(build)).toThrow(/Over 170 kB:\n181\.0 kB in 3 files {2}.*wallet/);
  });

  it("are not looked at outside the portal, which has to be there", () => {
    writeBuild("/[locale]/admin/page", { "[project]/app/[locale]/admin/page": ["static/chunks/more.js"] });
    expect(() => checkFirstScripts(build)).toThrow("no signed-in pages");
  });
});
