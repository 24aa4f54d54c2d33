import type { PanelKind } from "@/lib/domain/vpn/types";

/** What panels and nodes call themselves, the same in every language. */
export const PANEL_NAMES: Record<PanelKind, string> = {
  HIDDIFY: "Hiddify Manager",
  MARZBAN: "Marzban",
  THREE_X_UI: "3x-ui",
  REMNAWAVE: "Remnawave",
  XRAY: "Xray / V2Ray",
  WIREGUARD: "WireGuard",
};
