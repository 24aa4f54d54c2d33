import type { ConnectionProfile } from "./types";

/** Cores inside the apps that people use; each app of `CLIENT_APPS` runs one of them. */
export type Core = "xray" | "sing-box" | "mihomo" | "shadowrocket";

export const CORE_OF_APP: Record<string, Core> = {
  hiddify: "sing-box",
  v2rayng: "xray",
  streisand: "xray",
  happ: "xray",
  "sing-box": "sing-box",
  "clash-verge": "mihomo",
  "clash-meta-android": "mihomo",
  shadowrocket: "shadowrocket",
  stash: "mihomo",
};

/** Whether a core can dial a configuration at all: sing-box has no XHTTP and no VLESS encryption, Stash's Mihomo is older. */
export function canDial(core: Core, profile: ConnectionProfile): boolean {
  if (!("transport" in profile)) return true;
  const xhttp = profile.transport.kind === "xhttp";
  const sealed = profile.protocol === "VLESS" && profile.encryption !== "none";
  switch (core) {
    case "xray":
      return true;
    case "sing-box":
      return !xhttp && !sealed;
    case "mihomo":
      return (
        !(xhttp && profile.protocol !== "VLESS") &&
        !(profile.protocol === "TROJAN" && profile.security.kind === "none")
      );
    case "shadowrocket":
      return !sealed;
  }
}
