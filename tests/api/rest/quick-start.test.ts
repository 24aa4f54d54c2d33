import { spawn } from "node:child_process";
import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { quickStart } from "@/lib/api/rest/quick-start";
import { deliverSandboxMessages } from "@/lib/domain/numbers/commands/deliver-sandbox-messages";
import { openWorld, type World } from "@/tests/support/world";
import { keyOf, stockShop } from "./rest-world";

let world: World;
let server: Server;
let baseUrl: string;
let key: string;

beforeAll(async () => {
  world = await openWorld();
  await stockShop(world, 1);
  key = await keyOf(world, await world.person(), {
    mode: "SANDBOX",
    scopes: ["numbers:read", "numbers:write"],
  });
  server = createAdaptorServer({ fetch: world.app.fetch, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the API has no port");
  baseUrl = `http://127.0.0.1:${address.port}/api/v1`;
});

afterAll(async () => {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
  await world.close();
});

/** Runs what a newcomer pastes, in one shell, and returns what it printed. */
function paste(script: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const shell = spawn("bash", ["-c", script], { stdio: ["ignore", "pipe", "inherit"] });
    let printed = "";
    shell.stdout.on("data", (piece) => {
      printed += piece;
    });
    shell.on("error", reject);
    shell.on("close", (code) => (code === 0 ? resolve(printed) : reject(new Error(`${code}: ${printed}`))));
  });
}

const steps = () => quickStart(baseUrl).map(({ text }) => text.replace("pb_test_paste_yours_here", key));

const lineOf = (printed: string, start: string) =>
  printed.split("\n").filter((line) => line.startsWith(start));

/** Pastes every block at once; the SMS comes in the second look after it is due. */
async function pasteAll(blocks: string[]): Promise<string> {
  const timer = setInterval(() => {
    deliverSandboxMessages(world.deps).catch(() => undefined);
  }, 300);
  try {
    return await paste(blocks.join("\necho\n"));
  } finally {
    clearInterval(timer);
  }
}

it("leads a newcomer to a code by what the reference page says to paste, without a pause", async () => {
  const printed = await pasteAll(steps());
  const [rented, withCode, finished] = lineOf(printed, '{"id":')
    .slice(-3)
    .map((line) => JSON.parse(line));
  expect(rented).toMatchObject({ state: "waiting", isSandbox: true });
  expect(withCode).toMatchObject({ id: rented.id, state: "code_received" });
  expect(printed.split("\n")).toContain(withCode.code);
  expect(finished).toMatchObject({ id: rented.id, state: "finished" });
});

it("waits for a code that takes its time", async () => {
  const slow = steps().map((text) => text.replace('"country":"BR"', '"country":"BR","operator":"slow"'));
  const due = setTimeout(() => {
    world.deps.db.$executeRaw`UPDATE sandbox_messages SET due_at = app_now()`.catch(() => undefined);
  }, 3_000);
  const printed = await pasteAll(slow);
  clearTimeout(due);
  expect(printed).toMatch(/^\d{4,8}$/m);
  expect(printed).toContain('"state":"finished"');
});

it("says in words where no number was rented, and ends", async () => {
  const none = steps().map((text) => text.replace('"country":"BR"', '"country":"ZZ"'));
  const printed = await pasteAll(none);
  expect(printed).toContain('"code":"bad_country"');
  expect(printed).toContain("No number was rented; the line above says why.");
  expect(printed).toContain("No code came; the line above says why.");
});
