import { expect, it } from "vitest";
import { createVpnPanels } from "@/lib/integrations/vpn-panels/registry";
import { startSimulators } from "@/lib/simulators/start";
import { newAccount } from "./contract-world";
import { fine } from "./web-panel-rules";

const SECRET = "secret-of-the-simulated-panels";
const KINDS = {
  marzban: "MARZBAN",
  hiddify: "HIDDIFY",
  "three-x-ui": "THREE_X_UI",
  remnawave: "REMNAWAVE",
  wireguard: "WIREGUARD",
  "three-x-ui-2": "THREE_X_UI",
} as const;

it("the simulators of the demo have a panel of each kind, which the product reaches and staff can steer", async () => {
  const simulators = await startSimulators({ port: 0, secret: SECRET });
  const { connect } = createVpnPanels();
  try {
    const control = (path: string, body?: object) =>
      fetch(`${simulators.url}/__control/panels/${path}`, {
        method: body ? "POST" : "GET",
        headers: { authorization: `Bearer ${SECRET}`, "content-type": "application/json" },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    for (const panel of simulators.panels.list) {
      const kind = KINDS[panel.slug as keyof typeof KINDS];
      const url = `${simulators.url}/panels/${panel.slug}${panel.basePath}`;
      const { adapter } = fine(connect({ kind, url, credentials: panel.credentials, options: {} }));
      expect(fine(connect({ kind, url, credentials: panel.credentials, options: {} })).adapter).toBe(adapter);
      // The older 3x-ui says no more than its generation.
      expect(fine(await adapter.probe()).version).toBe(panel.slug === "three-x-ui-2" ? "2.x" : panel.version);
      const account = newAccount([
        {
          protocol: "VLESS",
          tag: panel.slug.startsWith("three-x-ui") ? "inbound-443" : "VLESS WS TLS",
          port: 443,
          transport: { kind: "ws", path: "/ws", host: "" },
          security: { kind: "tls", serverName: "de1.example.com", fingerprint: "chrome", alpn: [] },
          encryption: "none",
          flow: "",
        },
      ]);
      fine(await adapter.ensureAccount(account));
      const used = { username: account.username, uploadBytes: 40, downloadBytes: 2 };
      expect((await control(`${panel.slug}/traffic`, used)).status).toBe(200);
      const [reading] = fine(await adapter.readUsage()).readings;
      expect(Number((reading?.uploadBytes ?? 0n) + (reading?.downloadBytes ?? 0n))).toBe(42);
      expect((await control(`${panel.slug}/behaviour`, { behaviour: "wrong-key" })).status).toBe(200);
      expect(await adapter.probe()).toMatchObject({ ok: false, error: { kind: "auth" } });
    }
    expect((await fetch(`${simulators.url}/__control/panels/state`)).status).toBe(401);
    const state = (await (await control("state")).json()) as { panels: { total: number }[] };
    expect(state.panels.map(({ total }) => total)).toEqual([1, 1, 1, 1, 1, 1]);
  } finally {
    await simulators.close();
  }
});
