import { createHash } from "node:crypto";
import type { PanelConnection, VpnPanelAdapter, VpnPanels } from "@/lib/domain/vpn/ports";
import type { PanelKind, PanelResult } from "@/lib/domain/vpn/types";
import { createHiddifyAdapter } from "./hiddify/adapter";
import { createMarzbanAdapter } from "./marzban/adapter";
import { createRemnawaveAdapter } from "./remnawave/adapter";
import { createThreeXUiAdapter } from "./three-x-ui/adapter";
import { openWireguardAgent } from "./wireguard-agent/adapter";
import { openXrayGrpc } from "./xray-grpc/open-adapter";

/** Checks a connection's credentials and options, and makes what speaks to that kind of panel. */
export type OpenPanel = (connection: PanelConnection) => PanelResult<{ adapter: VpnPanelAdapter }>;

/** Each kind of panel that the product can speak to. */
const OPENERS: Partial<Record<PanelKind, OpenPanel>> = {
  HIDDIFY: createHiddifyAdapter,
  REMNAWAVE: createRemnawaveAdapter,
  THREE_X_UI: createThreeXUiAdapter,
  MARZBAN: createMarzbanAdapter,
  WIREGUARD: openWireguardAgent,
  XRAY: openXrayGrpc,
};

const MOST_KEPT = 500;

const keyOf = (connection: PanelConnection) =>
  createHash("sha256").update(JSON.stringify(connection)).digest("base64");

/**
 * Chooses the adapter by the panel's kind. A kind that has none is an error like any other of a panel, never a guess. An
 * adapter is kept as long as nothing of its connection changes: its session and its pace belong to the panel.
 */
export function createVpnPanels(): VpnPanels {
  const kept = new Map<string, PanelResult<{ adapter: VpnPanelAdapter }>>();
  return {
    connect(connection) {
      const open = OPENERS[connection.kind];
      if (!open) {
        return { ok: false, error: { kind: "validation", text: `No adapter for ${connection.kind} yet.` } };
      }
      const key = keyOf(connection);
      const known = kept.get(key);
      if (known) return known;
      const opened = open(connection);
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(key, opened);
      return opened;
    },
  };
}
