import type { PanelAccount } from "@/lib/domain/vpn/types";
import type { InboundTemplate } from "@/lib/domain/vpn-links/types";
import { panelFault } from "../panel-http/panel-fault";

type ProxyName = "vless" | "vmess" | "trojan" | "shadowsocks";

const NAMES: Partial<Record<InboundTemplate["protocol"], ProxyName>> = {
  VLESS: "vless",
  VMESS: "vmess",
  TROJAN: "trojan",
  SHADOWSOCKS: "shadowsocks",
};

/** Marzban knows the AEAD methods only. */
const METHODS: readonly string[] = ["aes-128-gcm", "aes-256-gcm", "chacha20-ietf-poly1305"];

function proxyOf(inbound: InboundTemplate, { uuid, password }: PanelAccount["credential"]): object {
  if (inbound.protocol === "VLESS") return { id: uuid, flow: inbound.flow };
  if (inbound.protocol === "VMESS") return { id: uuid };
  if (inbound.protocol === "TROJAN") return { password };
  if (inbound.protocol === "SHADOWSOCKS" && METHODS.includes(inbound.method)) {
    return { password, method: inbound.method };
  }
  throw panelFault("validation", `Marzban has no ${inbound.protocol} as inbound "${inbound.tag}" wants it`);
}

/**
 * An account as Marzban wants it. `usedBytes` is its own counter, from which its limit is reckoned: a limit of 0 would
 * mean none, as would an expiry of 0. One user has one flow; Marzban leaves it out where an inbound cannot have it.
 */
export function marzbanUserBody(account: PanelAccount, usedBytes: number): object {
  const proxies: Partial<Record<ProxyName, object>> = {};
  const inbounds: Partial<Record<ProxyName, string[]>> = {};
  for (const inbound of account.inbounds) {
    const name = NAMES[inbound.protocol];
    const proxy = proxyOf(inbound, account.credential);
    if (!name) continue;
    const hasFlow = inbound.protocol === "VLESS" && inbound.flow !== "";
    if (!proxies[name] || hasFlow) proxies[name] = proxy;
    inbounds[name] = [...(inbounds[name] ?? []), inbound.tag];
  }
  const { remainingBytes, expiresAt, isActive, note } = account;
  return {
    status: isActive ? "active" : "disabled",
    expire: Math.max(1, Math.ceil(expiresAt.getTime() / 1000)),
    data_limit: remainingBytes === null ? 0 : Math.max(1, Math.ceil(usedBytes) + Number(remainingBytes)),
    data_limit_reset_strategy: "no_reset",
    proxies,
    inbounds,
    note,
  };
}
