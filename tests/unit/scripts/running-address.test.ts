import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { rememberAddress, runningPort, servedPort } from "@/scripts/run/address.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "patchbay-address-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("knows where the product answers while it runs, and nothing of one that ended", () => {
  expect(runningPort(folder)).toBeNull();
  rememberAddress(folder, 4050);
  expect(runningPort(folder)).toBe(4050);
  writeFileSync(
    join(folder, "address.json"),
    JSON.stringify({ pid: process.pid, birth: "another", port: 4050 }),
  );
  expect(runningPort(folder)).toBeNull();
  writeFileSync(join(folder, "address.json"), "{");
  expect(runningPort(folder)).toBeNull();
});

it("tells a shop that serves the built pages from one that is being developed", () => {
  expect(servedPort(folder)).toBeNull();
  rememberAddress(folder, 4050);
  expect(servedPort(folder)).toBe(4050);
  rememberAddress(folder, 4050, { isBuilt: false });
  expect(servedPort(folder)).toBeNull();
  expect(runningPort(folder)).toBe(4050);
});
