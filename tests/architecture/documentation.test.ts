import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRepository } from "./scan/repository";

const root = join(import.meta.dirname, "../..");
const files = readRepository(root);
const pages = files.filter(({ path }) => path.endsWith(".md"));

function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** Names at the start of a line of .env.example. */
function explained(text: string): string[] {
  return [...text.matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1] ?? "");
}

/** Names in the schema of lib/env.ts. */
function understood(text: string): string[] {
  const schema = /z\.object\(\{([\s\S]*?)\n\}\)/.exec(text)?.[1] ?? "";
  return [...schema.matchAll(/^ {2}([A-Z][A-Z0-9_]*):/gm)].map((match) => match[1] ?? "");
}

/** Links to files of the repository, from the folder of the page. */
function brokenLinks(path: string, text: string): string[] {
  return [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map((match) => match[1] ?? "")
    .filter((link) => !/^[a-z]+:/.test(link) && !existsSync(join(root, dirname(path), link)));
}

/** Files and folders named in backticks; what has a placeholder or a choice in it is no name. */
function missingPaths(text: string): string[] {
  return [...text.matchAll(/`((?:app|components|lib|prisma|scripts|tests|docs|public)\/[^`\s]*)`/g)]
    .map((match) => match[1] ?? "")
    .filter((path) => !/[<>*{},:]/.test(path) && !existsSync(join(root, path)));
}

describe("documentation", () => {
  it("explains every variable of the environment, and no other", () => {
    // Node's own, set by the scripts.
    const names = understood(textOf("lib/env.ts")).filter((name) => name !== "NODE_ENV");
    expect(names.length).toBeGreaterThan(15);
    expect(explained(textOf(".env.example")).sort()).toEqual(names.sort());
  });

  it("links to what is there", () => {
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.flatMap(({ path, text }) => brokenLinks(path, text))).toEqual([]);
    expect(brokenLinks("docs/a.md", "[a](nothing.md) [b](../README.md) [c](https://example.org)")).toEqual([
      "nothing.md",
    ]);
  });

  it("names files that exist", () => {
    expect(pages.flatMap(({ path, text }) => missingPaths(text).map((name) => `${path}: ${name}`))).toEqual(
      [],
    );
    expect(missingPaths("`lib/nothing.ts` and `lib/env.ts` and `lib/domain/<module>`")).toEqual([
      "lib/nothing.ts",
    ]);
  });

  it("lists every decision", () => {
    const decisions = pages.map(({ path }) => path).filter((path) => /^docs\/decisions\/\d{4}-/.test(path));
    const list = textOf("docs/decisions/README.md");
    expect(decisions.filter((path) => !list.includes(`(${path.replace("docs/decisions/", "")})`))).toEqual(
      [],
    );
  });

  it("has a place for the bench's table", () => {
    expect(textOf("README.md")).toMatch(/<!-- bench:start -->[\s\S]*<!-- bench:end -->/);
  });
});
