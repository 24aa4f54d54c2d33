import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterEach, describe, expect, it } from "vitest";
import { newWebhookSecret } from "@/lib/domain/webhooks/secret";
import { systemIds } from "@/lib/integrations/system/ids";
import { createWebhookSender, type SenderOptions } from "@/lib/integrations/webhooks/sender";

/** Each leads, one way or another, to this machine or its neighbours. */
const PROBES = [
  "localhost",
  "127.0.0.1",
  "[::1]",
  "0.0.0.0",
  "2130706433",
  "0x7f000001",
  "127.1",
  "[::ffff:127.0.0.1]",
  "169.254.169.254",
  "10.0.0.1",
  "100.64.0.1",
  "[fd00::1]",
  "[64:ff9b::7f00:1]",
];

const secret = newWebhookSecret(systemIds);
const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

async function listen(handler: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(handler).listen(0, "127.0.0.1");
  servers.push(server);
  await new Promise((ready) => server.once("listening", ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
}

function sender(options: Partial<SenderOptions> = {}) {
  return createWebhookSender({ allowLocal: true, now: () => new Date(), timeoutMs: 2_000, ...options });
}

function send(url: string, options: Partial<SenderOptions> = {}) {
  return sender(options).send({ url, messageId: "msg_1", body: '{"a":1}', secrets: [secret] });
}

describe("sending a webhook", () => {
  it("posts what the standardwebhooks package verifies, by either secret of a rotation", async () => {
    const old = newWebhookSecret(systemIds);
    const verified: unknown[] = [];
    const url = await listen((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => {
        const headers = request.headers as Record<string, string>;
        for (const known of [secret, old]) verified.push(new Webhook(known).verify(body, headers));
        expect(() => new Webhook(newWebhookSecret(systemIds)).verify(body, headers)).toThrow();
        expect(request.method).toBe("POST");
        response.end("thanks");
      });
    });
    const outcome = await sender().send({ url, messageId: "msg_1", body: '{"a":1}', secrets: [secret, old] });
    expect(outcome).toMatchObject({ statusCode: 200, errorCode: null, responseBody: "thanks" });
    expect(verified).toEqual([{ a: 1 }, { a: 1 }]);
  });

  it("follows no redirect", async () => {
    let reached = 0;
    const inner = await listen((_request, response) => {
      reached += 1;
      response.end();
    });
    const url = await listen((_request, response) => response.writeHead(302, { location: inner }).end());
    expect(await send(url)).toMatchObject({ statusCode: 302, errorCode: "redirect" });
    expect(reached).toBe(0);
  });

  it("reads at most 64 KB and gives up on the silent", async () => {
    const long = await listen((_request, response) => response.end("x".repeat(200_000)));
    const outcome = await send(long);
    expect(outcome).toMatchObject({ statusCode: 200, errorCode: "response_too_large", isResponseCut: true });
    expect(outcome.responseBody).toHaveLength(8_192);
    const silent = await listen(() => undefined);
    expect(await send(silent, { timeoutMs: 50 })).toMatchObject({ statusCode: null, errorCode: "timeout" });
  });

  it("tells what failed, and what patience was asked for", async () => {
    const busy = await listen((_request, response) =>
      response.writeHead(503, { "retry-after": "120" }).end("no"),
    );
    expect(await send(busy)).toMatchObject({ statusCode: 503, errorCode: "status", retryAfterSeconds: 120 });
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((ready) => server.once("listening", ready));
    const { port } = server.address() as AddressInfo;
    await new Promise((done) => server.close(done));
    expect(await send(`http://127.0.0.1:${port}/`)).toMatchObject({ errorCode: "connection_failed" });
  });
});

describe("where a webhook never goes", () => {
  it.each(PROBES)("refuses %s by its address, whatever the port or path", async (host) => {
    const { checkUrl } = sender({ allowLocal: false });
    expect(checkUrl(`https://${host}/`)).toEqual({ ok: false, why: "address" });
    expect(checkUrl(`http://${host}/`)).toEqual({ ok: false, why: "scheme" });
    expect(await send(`https://${host}/`, { allowLocal: false })).toMatchObject({
      statusCode: null,
      errorCode: "address_refused",
    });
  });

  it("refuses other schemes, ports and addresses with a password", () => {
    const { checkUrl } = sender({ allowLocal: false });
    expect(checkUrl("https://example.com:22/")).toEqual({ ok: false, why: "port" });
    expect(checkUrl("https://me:secret@example.com/")).toEqual({ ok: false, why: "credentials" });
    expect(checkUrl("file:///etc/passwd")).toEqual({ ok: false, why: "scheme" });
    expect(checkUrl("nonsense")).toEqual({ ok: false, why: "malformed" });
    expect(checkUrl("https://metadata.internal/")).toEqual({ ok: false, why: "address" });
    expect(checkUrl("https://example.com:8443/a?b=c#d")).toEqual({
      ok: true,
      url: "https://example.com:8443/a?b=c",
    });
  });

  it("refuses a name that leads home at the very connection, however often it changes its mind", async () => {
    const hosts = ["127.0.0.1", "::1", "169.254.169.254", "10.1.2.3", "::ffff:10.0.0.1", "64:ff9b::a00:1"];
    for (const address of hosts) {
      const lookup: NonNullable<SenderOptions["lookup"]> = (_name, options, callback) => {
        const family = address.includes(":") ? 6 : 4;
        if (options.all) callback(null, [{ address, family }]);
        else callback(null, address, family);
      };
      const outcome = await send("https://rebound.example.com/", { allowLocal: false, lookup });
      expect(outcome, address).toMatchObject({ statusCode: null, errorCode: "address_refused" });
    }
  });
});
