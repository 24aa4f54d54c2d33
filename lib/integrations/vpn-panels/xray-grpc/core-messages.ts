import type { InboundTemplate, ServerCredential } from "@/lib/domain/vpn-links/types";
import {
  bytesField,
  type Field,
  message,
  messagesOf,
  numberField,
  numberOf,
  readFields,
  textOf,
} from "./wire";

/**
 * Messages of the cores' API by their field numbers. Names are the same in both, below another package: "xray" or
 * "v2ray.core" (app/proxyman/command/command.proto, app/stats/command/command.proto, common/protocol/user.proto).
 */
export type CorePackage = "xray" | "v2ray.core";

const AEAD_METHODS = ["aes-128-gcm", "aes-256-gcm", "chacha20-ietf-poly1305"];
/** V2Ray took the stream ciphers out of its list and numbered the rest again (4.33); Xray left a gap. */
const FIRST_AEAD_CIPHER: Record<CorePackage, number> = { xray: 5, "v2ray.core": 1 };
const TCP = 2;
const UDP = 3;
/** Keys of Shadowsocks 2022 are as long as the method's own. */
const SHORT_KEY_BYTES = 16;

/** A message of any kind, found by the full name of its type. */
const typed = (name: string, value: Buffer) => message(bytesField(1, name), bytesField(2, value));

function shadowsocksAccount(core: CorePackage, method: string, credential: ServerCredential): Buffer {
  const place = AEAD_METHODS.indexOf(method);
  if (place >= 0)
    return typed(
      `${core}.proxy.shadowsocks.Account`,
      message(bytesField(1, credential.password), numberField(2, FIRST_AEAD_CIPHER[core] + place)),
    );
  const whole = Buffer.from(credential.shadowsocksKey, "base64");
  const key = method === "2022-blake3-aes-128-gcm" ? whole.subarray(0, SHORT_KEY_BYTES) : whole;
  return typed(`${core}.proxy.shadowsocks_2022.Account`, bytesField(1, key.toString("base64")));
}

/** What an inbound has to know of a person; null for WireGuard, which has no persons in a core. */
export function accountMessage(
  core: CorePackage,
  inbound: InboundTemplate,
  credential: ServerCredential,
): Buffer | null {
  switch (inbound.protocol) {
    case "VLESS":
      return typed(
        `${core}.proxy.vless.Account`,
        message(bytesField(1, credential.uuid), bytesField(2, inbound.flow), bytesField(3, "none")),
      );
    case "VMESS":
      return typed(`${core}.proxy.vmess.Account`, bytesField(1, credential.uuid));
    case "TROJAN":
      return typed(`${core}.proxy.trojan.Account`, bytesField(1, credential.password));
    case "SHADOWSOCKS":
      return shadowsocksAccount(core, inbound.method, credential);
    case "WIREGUARD":
      return null;
  }
}

/** `email` is the key that traffic is counted by. */
export const userMessage = (email: string, account: Buffer): Buffer =>
  message(bytesField(2, email), bytesField(3, account));

export const addUser = (core: CorePackage, tag: string, user: Buffer): Buffer =>
  message(
    bytesField(1, tag),
    bytesField(2, typed(`${core}.app.proxyman.command.AddUserOperation`, bytesField(1, user))),
  );

export const removeUser = (core: CorePackage, tag: string, email: string): Buffer =>
  message(
    bytesField(1, tag),
    bytesField(2, typed(`${core}.app.proxyman.command.RemoveUserOperation`, bytesField(1, email))),
  );

export const byTag = (tag: string): Buffer => bytesField(1, tag);

function addressBytes(ip: string): Buffer {
  if (!ip.includes(":")) return Buffer.from(ip.split(".").map(Number));
  const [head = "", tail = ""] = ip.split("::");
  const groups = (text: string) => (text === "" ? [] : text.split(":"));
  const before = groups(head);
  const after = groups(tail);
  const all = ip.includes("::")
    ? [...before, ...Array.from({ length: 8 - before.length - after.length }, () => "0"), ...after]
    : before;
  return Buffer.from(all.map((group) => group.padStart(4, "0")).join(""), "hex");
}

/** An inbound of V2Ray for one person: its Shadowsocks knows only one (proxy/shadowsocks/config.proto). */
export function personalInbound(tag: string, listen: string, port: number, user: Buffer): Buffer {
  const ports = message(numberField(1, port), numberField(2, port));
  const receiver = message(bytesField(1, ports), bytesField(2, bytesField(1, addressBytes(listen))));
  // Networks are a packed list.
  const server = message(bytesField(2, user), bytesField(3, Buffer.from([TCP, UDP])));
  return bytesField(
    1,
    message(
      bytesField(1, tag),
      bytesField(2, typed("v2ray.core.app.proxyman.ReceiverConfig", receiver)),
      bytesField(3, typed("v2ray.core.proxy.shadowsocks.ServerConfig", server)),
    ),
  );
}

/** An outbound that leads nowhere: nothing is ever routed to it. */
export const markerOutbound = (core: CorePackage, tag: string): Buffer =>
  bytesField(
    1,
    message(bytesField(1, tag), bytesField(3, typed(`${core}.proxy.blackhole.Config`, Buffer.alloc(0)))),
  );

/** Counters whose name contains `pattern`, left as they are. */
export const queryStats = (pattern: string): Buffer => bytesField(1, pattern);

export interface Counter {
  name: string;
  value: bigint;
}

export const countersOf = (payload: Buffer): Counter[] =>
  messagesOf(readFields(payload), 1).map((fields) => ({
    name: textOf(fields, 1),
    value: BigInt.asIntN(64, numberOf(fields, 2)),
  }));

const USER = 1;
const EMAIL = 2;

/** Names of the users of an inbound, as Xray lists them. */
export const userNamesOf = (payload: Buffer): string[] =>
  messagesOf(readFields(payload), USER).map((fields: Field[]) => textOf(fields, EMAIL));

/** Asks Xray for the tags of its inbounds alone. */
export const ONLY_TAGS: Buffer = numberField(1, 1);

export const tagsOf = (payload: Buffer): string[] =>
  messagesOf(readFields(payload), 1).map((fields) => textOf(fields, 1));

/** Where a person is online from: keys of a map of addresses. */
export const addressesOf = (payload: Buffer): string[] =>
  messagesOf(readFields(payload), 2).map((entry) => textOf(entry, 1));
