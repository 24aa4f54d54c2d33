import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPackedFiles } from "@/lib/http/packed-files";

const folder = mkdtempSync(join(tmpdir(), "packed-"));
mkdirSync(join(folder, "chunks"));
writeFileSync(join(folder, "chunks/a.js.br"), brotliCompressSync("let a = 1;"));
writeFileSync(join(folder, "secret.txt.br"), "no");

const files = openPackedFiles(folder);
const server = createServer((request, response) => {
  if (!files(request, response)) response.writeHead(404).end();
});
let origin = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

const ask = (path: string, encoding = "gzip, br") =>
  fetch(`${origin}/_next/static/${path}`, { headers: { "accept-encoding": encoding } });

it("answers what was packed to whoever can read it", async () => {
  const answer = await ask("chunks/a.js?v=1");
  expect(answer.headers.get("content-encoding")).toBe("br");
  expect(answer.headers.get("cache-control")).toContain("immutable");
  expect(answer.headers.get("content-type")).toContain("javascript");
  expect(await answer.text()).toBe("let a = 1;");
});

it("leaves everything else to others", async () => {
  expect((await ask("chunks/a.js", "gzip")).status).toBe(404);
  expect((await ask("secret.txt")).status).toBe(404);
  expect((await ask("chunks/..%2f..%2fpackage.json")).status).toBe(404);
  expect((await ask("chunks/b.js")).status).toBe(404);
});
