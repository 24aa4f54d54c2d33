import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EXCEPTIONS, type Exception } from "./exceptions";
import { RULES } from "./rules/all";
import { readRepository } from "./scan/repository";
import type { Violation } from "./scan/rule";

const files = readRepository(join(import.meta.dirname, "../.."));

function excuses({ rule, path }: Exception, name: string, violation: Violation): boolean {
  return rule === name && (path.endsWith("/") ? violation.path.startsWith(path) : violation.path === path);
}

/** Checked once: the second test asks which exceptions were of use. */
const violations = RULES.map(({ name, check }) => ({ name, all: check(files) }));

describe("the repository", () => {
  it("is read", () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.some(({ path }) => path === "lib/env.ts")).toBe(true);
  });

  it.each(violations)("keeps the rule $name", ({ name, all }) => {
    const left = all.filter((one) => !EXCEPTIONS.some((exception) => excuses(exception, name, one)));
    expect(left.map(({ path, line, message }) => `${path}:${line} ${message}`)).toEqual([]);
  });

  it("has no exception that excuses nothing any more", () => {
    const idle = EXCEPTIONS.filter(
      (exception) => !violations.some(({ name, all }) => all.some((one) => excuses(exception, name, one))),
    );
    expect(idle).toEqual([]);
  });
});
