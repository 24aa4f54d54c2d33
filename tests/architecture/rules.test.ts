import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RULES } from "./rules/all";
import type { Example } from "./scan/rule";
import { parseSource } from "./scan/source-file";

function sources(examples: Example[]) {
  return examples.map(([path, text]) => parseSource(path, text));
}

/** Each rule shows that it can fail, on small trees that break it on purpose. */
describe.each(RULES)("the rule $name", ({ check, broken, fine }) => {
  it.each(Object.entries(broken))("refuses: %s", (_, examples) => {
    expect(check(sources(examples))).not.toEqual([]);
  });

  it.each(Object.entries(fine))("lets pass: %s", (_, examples) => {
    expect(check(sources(examples))).toEqual([]);
  });
});

describe("the list of rules", () => {
  it("holds every rule there is, each with an example that breaks it", () => {
    const written = readdirSync(join(import.meta.dirname, "rules"))
      .map((name) => name.replace(/\.ts$/, ""))
      .filter((name) => name !== "all");
    expect(RULES.map(({ name }) => name).sort()).toEqual(written.sort());
    expect(RULES.filter(({ broken }) => Object.keys(broken).length === 0)).toEqual([]);
  });
});
