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
    const shell = spawn("bash", ["-euo", "pipefail", "-c", script], { stdio: ["ignore", "pipe", "inherit"] });
    let printed = "";
    shell.stdout.on("data", (piece) => {
      printed += piece;
    });
    shell.on("error", reject);
    shell.on("close", (code) => (code === 0 ? resolve(printed) : reject(new Error(`${code}: ${printed}`))));
  });
}

it("leads a newcomer to a code by what the reference page says to paste", async () => {
  const steps = quickStart(baseUrl).map(({ text }) => text.replace("pb_test_paste_yours_here", key));
  const [setKey = "", whoAmI = "", rent = "", read = "", finish = ""] = steps;
  const begun = await paste([setKey, whoAmI, "echo", rent, 'echo "$ID"'].join("\n"));
  const [own = "", order = "", id = ""] = begun.split("\n");
  expect(JSON.parse(own)).toMatchObject({ mode: "sandbox" });
  expect(JSON.parse(order)).toMatchObject({ id, state: "waiting", isSandbox: true });
  await world.deps.db.$executeRaw`UPDATE sandbox_messages SET due_at = app_now()`;
  await deliverSandboxMessages(world.deps);
  const ended = await paste([setKey, `ID=${id}`, read, "echo", finish].join("\n"));
  const [withCode = "", finished = ""] = ended.split("\n");
  expect(JSON.parse(withCode)).toMatchObject({ id, code: expect.stringMatching(/^\d{4,8}$/) });
  expect(JSON.parse(finished)).toMatchObject({ id, state: "finished" });
});
