import { expect, it } from "vitest";
import { problemTitle } from "@/lib/api/problem-titles";
import { REFUSALS, type RefusalCode } from "@/lib/domain/kernel/errors";

it.each(Object.keys(REFUSALS) as RefusalCode[])("%s is told in a sentence that never differs", (code) => {
  const title = problemTitle(code);
  expect(title).toMatch(/^[A-Z].*\.$/s);
  expect(title).not.toMatch(/[{}]/);
  expect(title.toLowerCase()).not.toBe(code.replaceAll("_", " "));
});
