import { randomBytes, randomUUID } from "node:crypto";
import { newKeyPair } from "@/lib/domain/vpn/key-pair";
import type { VpnPanelAdapter } from "@/lib/domain/vpn/ports";
import type { PanelAccount } from "@/lib/domain/vpn/types";
import type { InboundTemplate } from "@/lib/domain/vpn-links/types";

/** One panel's simulator and its adapter, as the contract wants to steer them. Every call takes effect at once. */
export interface PanelWorld {
  /** With the right key. Its time limit must be short (a second or less): `slow` waits for it. */
  adapter: VpnPanelAdapter;
  /** The same panel with a key that it does not take; null where there is no key to be wrong. */
  strangerAdapter: VpnPanelAdapter | null;
  /** What accounts are for; at least one inbound. */
  inbounds: readonly InboundTemplate[];
  /** The version that the adapter is expected to read. */
  version: string | RegExp;
  /** False where what runs there cannot list its accounts: then `listAccounts` says "validation". */
  lists: boolean;
  /** Never to be seen in an error's text. */
  secrets: readonly string[];
  /** Whether the panel would let this credential in now. */
  letsIn(account: PanelAccount): boolean | Promise<boolean>;
  /** Bytes that went through, as the panel counts them. */
  addTraffic(username: string, uploadBytes: bigint, downloadBytes: bigint): void | Promise<void>;
  /** Somebody made this account by hand. */
  addStranger(account: PanelAccount): void | Promise<void>;
  /** Somebody removed this account by hand. */
  forget(username: string): void | Promise<void>;
  /** What runs there starts again, with whatever it loses by that. */
  restart(): void | Promise<void>;
  /** Connections are refused. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Does what it is asked, but answers only after the adapter's limit. */
  slow(): void;
  /** Answers as a version that nobody has tried. */
  otherVersion(): void;
  /** The status of the transport says that all is well, the body says that it is not. */
  errorInside(): void;
  /** Bytes that mean nothing. */
  garbage(): void;
  /** Too many calls; null where the panel knows no such answer. */
  throttle: (() => void) | null;
  /** Back to usual after any of the above. */
  heal(): void;
  close(): Promise<void>;
}

const TUNNEL_HOSTS = 250;
let made = 0;

/** An account with new secrets that may use `inbounds`. */
export function newAccount(
  inbounds: readonly InboundTemplate[],
  over: Partial<PanelAccount> = {},
): PanelAccount {
  made += 1;
  const pair = newKeyPair({ token: (bytes: number) => randomBytes(bytes).toString("base64url") } as never);
  return {
    username: `sub_${1000 + made}`,
    remoteId: null,
    credential: {
      uuid: randomUUID(),
      password: randomBytes(18).toString("base64url"),
      shadowsocksKey: randomBytes(32).toString("base64"),
      wireguard: {
        ...pair,
        presharedKey: randomBytes(32).toString("base64"),
        addresses: [`10.66.0.${2 + (made % TUNNEL_HOSTS)}/32`],
      },
    },
    isActive: true,
    expiresAt: new Date(Date.now() + 30 * 86_400_000),
    remainingBytes: 50n * 1024n ** 3n,
    remainingDays: 30,
    maxDevices: 3,
    inbounds,
    note: 'sub:1 «نام» 🇩🇪 "o\'clock"',
    ...over,
  };
}
