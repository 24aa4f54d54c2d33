import { expect, onTestFinished, test } from "vitest";
import type { InboundTemplate } from "@/lib/domain/vpn-links/types";
import { openXrayGrpc } from "@/lib/integrations/vpn-panels/xray-grpc/open-adapter";
import { CoreServer } from "@/lib/simulators/panels/xray-grpc/serve";
import { type TestCertificate, testAuthority } from "@/tests/support/certificates";
import { newAccount } from "./contract-world";

const INBOUNDS: InboundTemplate[] = [
  {
    protocol: "VLESS",
    tag: "vless",
    port: 443,
    transport: { kind: "tcp" },
    security: { kind: "tls", serverName: "de1.example.com", fingerprint: "chrome", alpn: [] },
    encryption: "none",
    flow: "",
  },
];
const nodes = testAuthority("Authority of the nodes");
const shops = testAuthority("Authority of the shops");
const stranger = testAuthority("Authority of nobody");
const SHOP = shops.sign("shop");

async function openNode(own: TestCertificate = nodes.sign("node")): Promise<CoreServer> {
  const server = new CoreServer({
    tags: INBOUNDS.map(({ tag }) => tag),
    mutualTls: { ...own, clientAuthority: shops.certificate },
  });
  await server.start();
  onTestFinished(() => server.stop());
  return server;
}

function open(url: string, credentials: object) {
  const options = { inboundTags: ["vless"], connectMs: 1_200, totalMs: 1_200 };
  const opened = openXrayGrpc({ kind: "XRAY", url, credentials, options });
  if (!opened.ok) throw new Error(opened.error.text);
  return opened.adapter;
}

test("a node behind mutual TLS takes the shop by its certificate: accounts, traffic, removal", async () => {
  const server = await openNode();
  const adapter = open(server.url, { ca: nodes.certificate, ...SHOP });
  expect(await adapter.probe()).toMatchObject({ ok: true });
  const account = newAccount(INBOUNDS);
  expect(await adapter.ensureAccount(account)).toMatchObject({ ok: true });
  expect(server.core.secretOf("vless", account.username)).toBe(account.credential.uuid);
  server.core.count(account.username, 40n, 2n);
  expect(await adapter.readUsage()).toMatchObject({
    readings: [{ username: account.username, uploadBytes: 40n, downloadBytes: 2n }],
  });
  expect(await adapter.removeAccount(account)).toMatchObject({ ok: true });
  expect(server.core.secretOf("vless", account.username)).toBeNull();
});

test("the node turns away a shop without a certificate, with one that nobody it knows has signed, and with one that is over", async () => {
  const { url, core } = await openNode();
  const ca = nodes.certificate;
  const account = newAccount(INBOUNDS);
  const none = open(url, { ca });
  expect(await none.probe()).toMatchObject({ ok: false, error: { kind: "auth" } });
  expect(await none.ensureAccount(account)).toMatchObject({ ok: false, error: { kind: "auth" } });
  for (const shown of [stranger.sign("shop"), shops.sign("shop", { isOver: true })]) {
    const answer = await open(url, { ca, ...shown }).ensureAccount(account);
    // Node's own TLS ends such a connection without an alert.
    expect(answer).toMatchObject({ ok: false, error: { kind: "unreachable" } });
    expect(JSON.stringify(answer)).toContain("does not take this certificate");
    expect(JSON.stringify(answer)).not.toContain(shown.key.slice(30, 60));
  }
  expect(core.secretOf("vless", account.username)).toBeNull();
});

test("the shop turns away a node whose certificate is a stranger's, is over, or is for another name", async () => {
  const credentials = { ca: nodes.certificate, ...SHOP };
  const foreign = await openNode(stranger.sign("node"));
  const over = await openNode(nodes.sign("node", { isOver: true }));
  const other = await openNode();
  const addresses = [foreign.url, over.url, other.url.replace("127.0.0.1", "localhost")];
  const untrusted = {
    ok: false,
    error: { kind: "protocol", text: expect.stringContaining("not to be trusted") },
  };
  for (const url of addresses) expect(await open(url, credentials).probe()).toMatchObject(untrusted);
  // Without an authority of its own only those of the machine count.
  expect(await open(other.url, SHOP).probe()).toMatchObject(untrusted);
});

test("a node that begins to ask for certificates again is reached again", async () => {
  const server = await openNode();
  const adapter = open(server.url, { ca: nodes.certificate, ...SHOP });
  expect(await adapter.probe()).toMatchObject({ ok: true });
  await server.stop();
  expect(await adapter.probe()).toMatchObject({ ok: false, error: { kind: "unreachable" } });
  await server.start();
  expect(await adapter.probe()).toMatchObject({ ok: true });
});

test("certificates that cannot be used are refused before anything is stored, by the field", () => {
  const refused = (credentials: object) => {
    const opened = openXrayGrpc({ kind: "XRAY", url: "https://10.0.0.2", credentials, options: {} });
    return opened.ok ? [] : opened.error.fields;
  };
  const { certificate, key } = SHOP;
  expect(refused({ ca: nodes.certificate, certificate, key })).toEqual([]);
  expect(refused({ certificate })).toEqual(["key"]);
  expect(refused({ key })).toEqual(["certificate"]);
  expect(refused({ certificate, key: stranger.sign("shop").key })).toEqual(["key"]);
  expect(refused({ certificate: certificate.replace("MII", "???"), key })).toEqual(["certificate"]);
});
