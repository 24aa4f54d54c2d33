import type { PanelAccount } from "@/lib/domain/vpn/types";
import type { InboundTemplate } from "@/lib/domain/vpn-links/types";
import { panelFault } from "../panel-http/panel-fault";
import type { ThreeXUiInbound } from "./shapes";

/** The inbound of a template, by its tag or by the remark an admin gave it. */
export function inboundFor(template: InboundTemplate, inbounds: readonly ThreeXUiInbound[]): ThreeXUiInbound {
  const found = inbounds.find(({ tag, remark }) => tag === template.tag || remark === template.tag);
  const protocol = template.protocol.toLowerCase();
  if (!found) throw panelFault("validation", `3x-ui has no inbound "${template.tag}"`);
  if (found.protocol !== protocol || template.protocol === "WIREGUARD") {
    throw panelFault("validation", `inbound "${template.tag}" is ${found.protocol}, not ${protocol}`);
  }
  return found;
}

/** Shadowsocks 2022 wants a key as long as its method says; the older methods take any password. */
function passwordFor(template: InboundTemplate, { password, shadowsocksKey }: PanelAccount["credential"]) {
  if (template.protocol !== "SHADOWSOCKS" || !template.method.startsWith("2022-")) return password;
  if (template.method !== "2022-blake3-aes-128-gcm") return shadowsocksKey;
  return Buffer.from(shadowsocksKey, "base64").subarray(0, 16).toString("base64");
}

const PASSWORDS: readonly string[] = ["TROJAN", "SHADOWSOCKS"];

/**
 * A client as 3x-ui stores it, whole, because a change replaces the row. `totalGB` is bytes in spite of its name, 0 would be
 * no limit, and times are milliseconds. Its devices are not limited here: that needs its log of addresses.
 */
export function clientBody(
  account: PanelAccount,
  email: string,
  templates: readonly InboundTemplate[],
  usedBytes: number,
): object {
  const { credential, remainingBytes, expiresAt, isActive, note, username } = account;
  const flow = templates.flatMap((one) => (one.protocol === "VLESS" && one.flow ? [one.flow] : []))[0] ?? "";
  const secret =
    templates.find(({ protocol }) => protocol === "SHADOWSOCKS") ??
    templates.find(({ protocol }) => PASSWORDS.includes(protocol));
  return {
    email,
    id: credential.uuid,
    ...(secret ? { password: passwordFor(secret, credential) } : {}),
    flow,
    totalGB: remainingBytes === null ? 0 : Math.max(1, Math.ceil(usedBytes) + Number(remainingBytes)),
    expiryTime: expiresAt.getTime(),
    enable: isActive,
    limitIp: 0,
    tgId: 0,
    subId: username,
    comment: note,
    reset: 0,
  };
}
