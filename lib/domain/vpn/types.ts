import type { InboundTemplate, ServerCredential } from "@/lib/domain/vpn-links/types";

export type PanelKind = "HIDDIFY" | "MARZBAN" | "THREE_X_UI" | "REMNAWAVE" | "XRAY" | "WIREGUARD";
export type ConfigProtocol = "VLESS" | "VMESS" | "TROJAN" | "SHADOWSOCKS" | "WIREGUARD";
export type ServerStatus = "ONLINE" | "OFFLINE" | "MAINTENANCE";
export type SubscriptionStatus = "ACTIVE" | "EXPIRED" | "CANCELED" | "SUSPENDED";

/** X25519, standard base64. */
export interface KeyPair {
  privateKey: string;
  publicKey: string;
}

/** Why a panel did not do what it was asked; each class has one way to go on. */
export type PanelErrorKind =
  /** Key or password is wrong. */
  | "auth"
  | "not_found"
  /** It will never take this: an admin has to look. */
  | "validation"
  | "throttled"
  /** No answer, or a server's fault: whether it was done is unknown, and it is asked again. */
  | "unreachable"
  /** It answered what nobody expects. */
  | "protocol";

export interface PanelError {
  kind: PanelErrorKind;
  /** What it said, without secrets, short. */
  text: string;
  retryAfterSeconds?: number;
}

export type PanelResult<T> = ({ ok: true } & T) | { ok: false; error: PanelError };

export interface PanelProbeResult {
  /** As the panel names it: "0.8.4". */
  version: string;
  /** False for a version that nobody has tried with this adapter. */
  isKnown: boolean;
  /** What an admin should know; empty when all is well. */
  remark: string;
}

/** An account as it should be on a panel. */
export interface PanelAccount {
  /** 3-32 characters a-z, 0-9 and "_"; the key by which it is found again. */
  username: string;
  /** What the panel called it, once it is known there. */
  remoteId: string | null;
  credential: ServerCredential;
  isActive: boolean;
  expiresAt: Date;
  /** What is left of the period in bytes; null is unlimited. The product decides itself; this is the second lock. */
  remainingBytes: bigint | null;
  maxDevices: number;
  /** The inbounds it may use, over all servers of the panel. */
  inbounds: readonly InboundTemplate[];
  /** Days until the end, for panels that only know days. */
  remainingDays: number;
  note: string;
}

export interface KnownAccount {
  username: string;
  remoteId: string;
  isActive: boolean;
}

/** Counters since the epoch began: they only grow within it. */
export interface AccountReading {
  username: string;
  /** A life of its own, where an account that was made anew begins again at zero; otherwise the report's. */
  epoch?: string;
  uploadBytes: bigint;
  downloadBytes: bigint;
}

export interface UsageReport {
  /** Names one life of the counters: another after a restart or a reset. */
  epoch: string;
  readings: AccountReading[];
}

export interface PanelCapabilities {
  /** Connections that are open can be cut. */
  cutsConnections: boolean;
  /** An account is lost when what runs there restarts, and has to be told again. */
  forgetsOnRestart: boolean;
}
