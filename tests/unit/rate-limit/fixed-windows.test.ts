import { expect, it } from "vitest";
import { fixedWindows } from "@/lib/rate-limit/fixed-windows";

it("counts each key by itself, for so long from its first call", () => {
  let now = 1_000;
  const take = fixedWindows(() => now, 60);
  expect(take("a", 2)).toEqual({ allowed: true, remaining: 1, resetSeconds: 60 });
  now += 30_000;
  expect(take("a", 2)).toEqual({ allowed: true, remaining: 0, resetSeconds: 30 });
  expect(take("a", 2)).toEqual({ allowed: false, remaining: 0, resetSeconds: 30 });
  expect(take("b", 2)).toMatchObject({ allowed: true });
  now += 30_000;
  expect(take("a", 2)).toEqual({ allowed: true, remaining: 1, resetSeconds: 60 });
});

it("forgets the windows that are over when there are many", () => {
  let now = 0;
  const take = fixedWindows(() => now, 60);
  for (let key = 0; key < 10_000; key += 1) take(String(key), 1);
  now = 60_000;
  for (let key = 0; key < 10_000; key += 1) expect(take(`${key}`, 1).allowed).toBe(true);
  expect(take("new", 1).allowed).toBe(true);
});
