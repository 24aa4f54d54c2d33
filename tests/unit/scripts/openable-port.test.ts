import { expect, test } from "vitest";
import { freePort } from "@/scripts/postgres/server.mjs";
import { isOpenablePort } from "@/scripts/run/openable-port.mjs";

test("a port that browsers keep for another protocol is told apart from any other", async () => {
  expect(await isOpenablePort(4190)).toBe(false);
  expect(await isOpenablePort(6000)).toBe(false);
  expect(await isOpenablePort(await freePort())).toBe(true);
});
