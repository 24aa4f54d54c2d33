import type { VpnPanel } from "@/lib/db/generated/client";
import type { VpnDeps, VpnPanelAdapter } from "../ports";
import type { PanelResult } from "../types";

/** Opens a panel with its secrets; they leave the cipher only here. */
export function connectPanel(deps: VpnDeps, panel: VpnPanel): PanelResult<{ adapter: VpnPanelAdapter }> {
  return deps.vpnPanels.connect({
    kind: panel.kind,
    url: panel.url,
    credentials: JSON.parse(deps.cipher.decrypt(panel.credentialCiphertext)),
    options: panel.options,
  });
}
