/** What a subscription can be answered as. `page` sends a browser to the page of the subscription. */
export const SUBSCRIPTION_FORMATS = [
  "base64",
  "links",
  "mihomo",
  "sing-box",
  "xray",
  "wireguard",
  "outline",
] as const;
export type SubscriptionFormat = (typeof SUBSCRIPTION_FORMATS)[number];

/** Names that `?format=` also understands. */
const ALIASES: Record<string, SubscriptionFormat> = {
  b64: "base64",
  v2ray: "base64",
  plain: "links",
  clash: "mihomo",
  "clash-meta": "mihomo",
  clashmeta: "mihomo",
  meta: "mihomo",
  stash: "mihomo",
  singbox: "sing-box",
  "xray-json": "xray",
  json: "xray",
  wg: "wireguard",
  conf: "wireguard",
  ss: "outline",
  ssconf: "outline",
};

/** The format named by `?format=`; null for a name nobody knows. */
export function formatByName(name: string): SubscriptionFormat | null {
  const plain = name.trim().toLowerCase();
  return SUBSCRIPTION_FORMATS.find((format) => format === plain) ?? ALIASES[plain] ?? null;
}

const MIHOMO =
  /^(?:flclash|flowvy|murge|mihomo|prizrak-box|koala-clash|clashmetaforandroid|clash(?:-verge|-nyanpasu|x meta|[-.]?meta))/i;
const SING_BOX = /^(?:SFA|SFI|SFM|SFT|karing|sing-?box|hiddifynext)\b/i;
/** Apps of Shadowsocks alone, which read no list of links. */
const OUTLINE = /^(?:SSR?|Outline|Shadowsocks|SSconf)\b/i;

/** Apps that read Xray JSON, and since which version (Marzban subscription.py, Remnawave extended-clients.ts). */
const XRAY_SINCE: readonly { app: RegExp; since: readonly number[] }[] = [
  { app: /^streisand\b/i, since: [] },
  { app: /^ktor-client\b/i, since: [] },
  { app: /^v2box\b/i, since: [] },
  { app: /^happ\/v?([\d.]+)/i, since: [1, 63, 1] },
  { app: /^v2rayng\/v?([\d.]+)/i, since: [1, 8, 29] },
  { app: /^v2rayn\/v?([\d.]+)/i, since: [6, 40] },
  { app: /^incy\/v?([\d.]+)/i, since: [] },
];

function isSince(version: string, since: readonly number[]): boolean {
  const parts = version.split(".").map(Number);
  for (const [index, wanted] of since.entries()) {
    const part = parts[index] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}

/**
 * The format by who asks, in this order: a browser gets the page; Mihomo's family, sing-box' family (Hiddify's agent names
 * ClashMeta too: it is anchored at its start), legacy Clash and Stash; apps that read Xray JSON; apps of Shadowsocks alone;
 * everything else, also no agent at all, the base64 list.
 */
export function negotiateFormat({
  accept,
  userAgent,
}: {
  accept: string;
  userAgent: string;
}): SubscriptionFormat | "page" {
  if (/\btext\/html\b/i.test(accept)) return "page";
  const agent = userAgent.trim();
  if (MIHOMO.test(agent) || /^stash\b/i.test(agent)) return "mihomo";
  if (SING_BOX.test(agent)) return "sing-box";
  if (/^clash/i.test(agent)) return "mihomo";
  for (const { app, since } of XRAY_SINCE) {
    const match = app.exec(agent);
    if (match) return isSince(match[1] ?? "", since) ? "xray" : "base64";
  }
  return OUTLINE.test(agent) ? "outline" : "base64";
}

/** Whether a Mihomo core of this agent knows XHTTP (since 1.19.22); unknown versions count as too old. */
export function knowsXhttp(userAgent: string): boolean {
  const version = /mihomo\/v?([\d.]+)/i.exec(userAgent)?.[1];
  return version ? isSince(version, [1, 19, 22]) : false;
}

export const CONTENT_TYPES: Record<SubscriptionFormat, string> = {
  base64: "text/plain; charset=utf-8",
  links: "text/plain; charset=utf-8",
  mihomo: "text/yaml; charset=utf-8",
  "sing-box": "application/json; charset=utf-8",
  xray: "application/json; charset=utf-8",
  wireguard: "text/plain; charset=utf-8",
  outline: "application/json; charset=utf-8",
};
