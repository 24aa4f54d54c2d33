import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { rememberAddress, runningPort } from "@/scripts/run/address.mjs";

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
