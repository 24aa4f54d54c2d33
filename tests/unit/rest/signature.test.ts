import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Webhook } from "standardwebhooks";
import { afterAll, expect, it } from "vitest";
import { SIGNATURE_SNIPPETS } from "@/lib/api/rest/signature-snippets";

const folder = mkdtempSync(join(tmpdir(), "signature-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Check = (headers: Record<string, string>, rawBody: string, secret: string) => boolean;

it("is checked by the reference page's JavaScript as the library signs it, and a forgery is refused", async () => {
  const file = join(folder, "check.mjs");
  writeFileSync(file, SIGNATURE_SNIPPETS.find(({ language }) => language === "javascript")?.text ?? "");
  const { isOurs }: { isOurs: Check } = await import(pathToFileURL(file).href);
  const secret = `whsec_${Buffer.alloc(32, 5).toString("base64")}`;
  const body = '{"type":"ping","data":{"word":"سلام"}}';
  const at = new Date();
  const signed = (when: Date, by = secret) => ({
    "webhook-id": "msg_1",
    "webhook-timestamp": String(Math.floor(when.getTime() / 1000)),
    "webhook-signature": new Webhook(by).sign("msg_1", when, body),
  });
  const other = `whsec_${Buffer.alloc(32, 6).toString("base64")}`;
  expect(isOurs(signed(at), body, secret)).toBe(true);
  expect(isOurs(signed(at), `${body} `, secret)).toBe(false);
  expect(isOurs(signed(at, other), body, secret)).toBe(false);
  expect(isOurs(signed(new Date(at.getTime() - 600_000)), body, secret)).toBe(false);
  const both = `${signed(at, other)["webhook-signature"]} ${signed(at)["webhook-signature"]}`;
  expect(isOurs({ ...signed(at), "webhook-signature": both }, body, secret)).toBe(true);
});
