import { describe, expect, it } from "vitest";
import { panelOfForm } from "@/lib/domain/vpn/panel-form";
import { savePanelSchema } from "@/lib/domain/vpn/schema";
import { createVpnPanels } from "@/lib/integrations/vpn-panels/registry";

const node = {
  version: "0",
  name: "Frankfurt node",
  kind: "XRAY",
  url: "http://127.0.0.1:10085",
  isActive: "on",
  "credential:token": "0123456789abcdef",
  "credential:ca": "",
  "option:inboundTags": "vless, ws\ngrpc",
  "option:totalMs": "5000",
  "option:listen": "",
};
const read = (form: Record<string, unknown>) => savePanelSchema.parse(panelOfForm(form));

describe("the form of a panel", () => {
  it("says credentials and settings as the adapter of its kind takes them", () => {
    const { kind, url, credentials, options } = read(node);
    expect(credentials).toEqual({ token: "0123456789abcdef" });
    expect(options).toEqual({ inboundTags: ["vless", "ws", "grpc"], totalMs: 5000 });
    expect(createVpnPanels().connect({ kind, url, credentials, options })).toMatchObject({ ok: true });
  });

  it.each([
    ["HIDDIFY", { apiKey: "6f0d4fb4-8b8b-4b6a-9a66-0a8f7d2a51c1" }],
    ["MARZBAN", { username: "admin", password: "secret" }],
    ["THREE_X_UI", { token: "t0ken" }],
    ["THREE_X_UI", { username: "admin", password: "secret" }],
    ["REMNAWAVE", { token: "t0ken" }],
    ["WIREGUARD", { key: "k".repeat(40) }],
  ])("gives %s what it asks for", (kind, given) => {
    const typed = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [`credential:${name}`, value]),
    );
    const form = { ...node, kind, url: "https://panel.example.com", "credential:token": "", ...typed };
    const { credentials, options, ...about } = read(form);
    expect(credentials).toEqual(given);
    const opened = createVpnPanels().connect({ kind: about.kind, url: about.url, credentials, options });
    expect(opened).toMatchObject({ ok: true });
  });

  it("leaves stored credentials where none is typed, and settings that have no field", () => {
    const stored = { storedKind: "XRAY", storedOptions: '{"listen":"10.0.0.1","mark":7}' };
    const kept = read({ ...node, ...stored, "credential:token": " " });
    expect(kept.credentials).toBeNull();
    expect(kept.options).toEqual({ mark: 7, inboundTags: ["vless", "ws", "grpc"], totalMs: 5000 });
    expect(read({ ...node, ...stored, kind: "WIREGUARD" }).options).toEqual({});
  });

  it("names what an adapter does not take: the address, or credentials by their names", () => {
    const connect = (kind: "XRAY" | "MARZBAN", url: string) =>
      createVpnPanels().connect({ kind, url, credentials: {}, options: {} });
    expect(connect("XRAY", "http://203.0.113.9:1")).toMatchObject({ error: { fields: ["url"] } });
    expect(connect("MARZBAN", "https://panel.example.com")).toMatchObject({
      error: { fields: ["username", "password"] },
    });
  });

  it("keeps a number that is none for the adapter to refuse", () => {
    const { kind, url, credentials, options } = read({ ...node, "option:totalMs": "soon" });
    expect(createVpnPanels().connect({ kind, url, credentials, options })).toMatchObject({ ok: false });
    expect(savePanelSchema.safeParse(panelOfForm({ ...node, kind: "NO_SUCH" })).success).toBe(false);
  });
});
