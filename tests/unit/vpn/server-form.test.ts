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
