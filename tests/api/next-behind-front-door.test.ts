import { type ChildProcess, execFile, fork } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = process.cwd();
const fixture = join(root, "tests/support/next-fixture");
let child: ChildProcess;
let origin = "";

beforeAll(async () => {
  const env = { ...process.env, NODE_ENV: "production" as const };
  // Webpack: Turbopack would take the product's own proxy.ts for the fixture's.
  const arguments_ = [join(root, "node_modules/next/dist/bin/next"), "build", "--webpack"];
  await promisify(execFile)(process.execPath, arguments_, { env, cwd: fixture });
  child = fork(join(fixture, "serve.mts"), [], { execArgv: ["--import", "tsx"], env, cwd: root });
  const port = await new Promise<number>((resolve, reject) => {
    child.once("message", (message: { port: number }) => resolve(message.port));
    child.once("exit", (code) => reject(new Error(`the fixture server ended with ${code}`)));
  });
  origin = `http://127.0.0.1:${port}`;
});

afterAll(() => {
  child?.disconnect();
});

test("a handler that returns a native fetch() result keeps status, headers and body", async () => {
  const answer = await fetch(`${origin}/native?target=${encodeURIComponent(`${origin}/api/native`)}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("x-from")).toBe("hono");
  expect(await answer.text()).toBe("from hono");
});

test("Response.json() works behind the API app", async () => {
  const answer = await fetch(`${origin}/json`);
  expect(answer.headers.get("set-cookie")).toContain("seen=1");
  expect(await answer.json()).toEqual({ answer: 42 });
});

test("Response.redirect() works behind the API app", async () => {
  const answer = await fetch(`${origin}/redirect`, { redirect: "manual" });
  expect(answer.status).toBe(307);
  expect(answer.headers.get("location")).toBe("http://localhost/elsewhere");
});

test("a streamed body arrives whole", async () => {
  expect(await (await fetch(`${origin}/stream`)).text()).toBe("one two three");
});

test("an address that is no text, or holds a control character, reaches no room", async () => {
  for (const path of [
    "/%00",
    "/json/%00",
    "/json%00",
    "/api/native%00",
    "/api/%00",
    "/%0a",
    "/%E0%A4%A",
    "/%7f",
  ])
    expect((await fetch(`${origin}${path}`)).status, path).toBe(400);
  expect((await fetch(`${origin}/stream?target=%00`)).status, "a query may hold anything").toBe(200);
});

test("a write from another site, one of unknown length and one too large never reach a page", async () => {
  const write = (headers: Record<string, string>, body: BodyInit) =>
    fetch(`${origin}/json`, { method: "POST", headers, body });
  expect((await write({ "sec-fetch-site": "cross-site" }, "x")).status).toBe(403);
  expect((await write({ origin: "https://evil.example" }, "x")).status).toBe(403);
  expect((await write({}, "x".repeat(1024 * 1024 + 1))).status).toBe(413);
  const form = await write({ "next-action": "any", accept: "text/x-component" }, "x".repeat(1024 * 1024 + 1));
  expect([form.headers.get("content-type"), await form.text()], "a form can say it in words").toEqual([
    "text/plain",
    "body_too_large",
  ]);
  expect((await write({ "content-type": "multipart/form-data; boundary=x" }, "--x broken")).status).toBe(400);
  expect((await write({ "content-type": "text/plain", "next-action": "any" }, "{{{")).status).toBe(400);
});
