import type { PanelAccount } from "@/lib/domain/vpn/types";
import { panelFault } from "../panel-http/panel-fault";

const METHODS: readonly string[] = ["chacha20-ietf-poly1305"];

/** Its users have one Shadowsocks method and no WireGuard key. */
function refuseForeignProtocols({ inbounds }: PanelAccount): void {
  const strange = inbounds.find(
    (inbound) =>
      inbound.protocol === "WIREGUARD" ||
      (inbound.protocol === "SHADOWSOCKS" && !METHODS.includes(inbound.method)),
  );
  if (!strange) return;
  const what = strange.protocol === "SHADOWSOCKS" ? strange.method : strange.protocol;
  throw panelFault("validation", `Remnawave has no ${what} as inbound "${strange.tag}" wants it`);
}

/**
 * An account as Remnawave wants it. A limit of 0 would be none, and an end must be in the future: an account that is over
 * is disabled instead of moved.
 */
export function remnawaveUserBody(account: PanelAccount, usedBytes: number, squads: readonly string[]) {
  refuseForeignProtocols(account);
  const { credential, remainingBytes, expiresAt, maxDevices, note } = account;
  return {
    expireAt: expiresAt.toISOString(),
    trafficLimitBytes:
      remainingBytes === null ? 0 : Math.max(1, Math.ceil(usedBytes) + Number(remainingBytes)),
    trafficLimitStrategy: "NO_RESET",
    hwidDeviceLimit: maxDevices,
    description: note,
    activeInternalSquads: squads,
    vlessUuid: credential.uuid,
    trojanPassword: credential.password,
    ssPassword: credential.password,
  };
}

/** Secrets are given when a user is made; afterwards they stay. */
export function withoutSecrets(body: ReturnType<typeof remnawaveUserBody>) {
  const { vlessUuid: _uuid, trojanPassword: _trojan, ssPassword: _shadowsocks, ...rest } = body;
  return rest;
}
