import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { freePort } from "@/scripts/postgres/server.mjs";
import { claimSimulatorPort } from "@/scripts/run/simulator-port.mjs";

let folder: string;
let usual: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "patchbay-ports-test-"));
  usual = await freePort();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const claim = () => claimSimulatorPort(usual, folder);

it("gives the usual port to one of those that start at the same moment, and each of the others its own", async () => {
  const ports = await Promise.all([claim(), claim(), claim()]);
  expect(new Set(ports).size).toBe(3);
  expect(ports).toContain(usual);
});

it("takes another port where somebody listens already", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(usual, "127.0.0.1", resolve));
  expect(await claim()).not.toBe(usual);
  await new Promise((resolve) => taken.close(resolve));
});

it("forgets the claim of a process that ended", async () => {
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  writeFileSync(join(folder, `${usual}.json`), JSON.stringify({ pid, birth: "1" }));
  expect(await claim()).toBe(usual);
});
