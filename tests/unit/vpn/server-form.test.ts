import { expect, it } from "vitest";
import { editedInbound, serverOfForm } from "@/lib/domain/vpn/server-form";
import { inboundTemplateSchema } from "@/lib/domain/vpn-links/schema";

const STORED = inboundTemplateSchema.parse({
  protocol: "VLESS",
  tag: "main",
  port: 443,
  encryption: "mlkem768x25519plus.native.0rtt.key",
  transport: { kind: "xhttp", path: "/up", mode: "stream-up", extra: { xPaddingBytes: "100-1000" } },
  security: {
    kind: "reality",
    serverName: "example.com",
    publicKey: "A".repeat(43),
    shortId: "ab",
    spiderPath: "/spider",
  },
});
const OTHER = { protocol: "SHADOWSOCKS", tag: "ss", port: 8388, method: "aes-256-gcm", serverKey: "" };

const FORM = {
  inbounds: JSON.stringify([OTHER, STORED]),
  place: "1",
  protocol: "VLESS",
  tag: "main",
  port: "8443",
  transport: "xhttp",
  path: "/up",
  security: "reality",
  serverName: "example.com",
  fingerprint: "chrome",
  publicKey: "A".repeat(43),
  shortId: "ab",
};

it("keeps what has no field when an inbound is changed, and leaves the others alone", () => {
  const changed = { ...STORED, port: 8443 };
  expect(inboundTemplateSchema.parse(editedInbound(FORM))).toEqual(changed);
  expect(serverOfForm(FORM).server.inbounds).toEqual([OTHER, expect.objectContaining({ port: 8443 })]);
});

it("forgets what belonged to another kind", () => {
  const other = { ...FORM, transport: "ws", security: "tls" };
  const parsed = inboundTemplateSchema.parse(editedInbound(other));
  expect(parsed).toMatchObject({
    transport: { kind: "ws", path: "/up", host: "" },
    security: { kind: "tls", serverName: "example.com", alpn: [] },
  });
  expect(JSON.stringify(parsed)).not.toMatch(/spider|stream-up|xPadding/);
});

it("makes a new inbound of the fields alone", () => {
  const added = inboundTemplateSchema.parse(editedInbound({ ...FORM, place: "2" }));
  expect(added).toMatchObject({
    encryption: "none",
    transport: { mode: "auto" },
    security: { spiderPath: "/" },
  });
});

it("takes rare settings from their fields, and none where they are empty", () => {
  const typed = {
    ...FORM,
    encryption: "none",
    xhttpMode: "packet-up",
    extra: '{"xPaddingBytes":"1-2"}',
    spiderPath: "/other",
  };
  expect(inboundTemplateSchema.parse(editedInbound(typed))).toMatchObject({
    encryption: "none",
    transport: { mode: "packet-up", extra: { xPaddingBytes: "1-2" } },
    security: { spiderPath: "/other" },
  });
  const emptied = { ...typed, xhttpMode: "auto", extra: " ", encryption: "", spiderPath: "" };
  const parsed = inboundTemplateSchema.parse(editedInbound(emptied));
  expect(parsed).toMatchObject({
    encryption: "none",
    transport: { mode: "auto" },
    security: { spiderPath: "/" },
  });
  expect(parsed).not.toHaveProperty("transport.extra");
  const grpc = { ...typed, transport: "grpc", serviceName: "api", grpcMode: "multi", authority: "a.example" };
  expect(inboundTemplateSchema.parse(editedInbound(grpc))).toMatchObject({
    transport: { kind: "grpc", serviceName: "api", mode: "multi", authority: "a.example" },
  });
  const ws = { ...typed, transport: "ws", earlyDataBytes: "2048" };
  expect(inboundTemplateSchema.parse(editedInbound(ws))).toMatchObject({
    transport: { earlyDataBytes: 2048 },
  });
});

it.each([
  ["extra", { extra: "{" }],
  ["extra", { extra: "[1]" }],
  ["encryption", { encryption: "rot13" }],
  ["spiderPath", { spiderPath: "no-slash" }],
  ["earlyDataBytes", { transport: "ws", earlyDataBytes: "many" }],
])("refuses a wrong %s by its name", (field, wrong) => {
  const read = inboundTemplateSchema.safeParse(editedInbound({ ...FORM, ...wrong }));
  expect(read.error?.issues.map(({ path }) => path.at(-1))).toEqual([field]);
});

it("leaves one that fits no template as it is, until it is written anew or taken away", () => {
  const opened = { ...FORM, inbounds: JSON.stringify([{ brokenTag: "old" }, OTHER]) };
  const facts = { ...opened, protocol: "" };
  expect(serverOfForm(facts).server).toMatchObject({ inbounds: [OTHER], kept: ["old"] });
  const anew = serverOfForm({ ...opened, place: "0", tag: "old" }).server;
  expect(anew.kept).toEqual([]);
  expect(anew.inbounds).toEqual([expect.objectContaining({ tag: "old", protocol: "VLESS" }), OTHER]);
  expect(serverOfForm({ ...opened, place: "0", takeAway: "on" }).server).toMatchObject({
    inbounds: [OTHER],
    kept: [],
  });
});
