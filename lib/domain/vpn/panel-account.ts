import type { InboundTemplate } from "@/lib/domain/vpn-links/types";
import { type StoredCredential, serverCredential } from "./credential";
import { graceEndsAt } from "./terms";
import { tunnelAddress } from "./tunnel-address";
import type { PanelAccount } from "./types";

const DAY_MS = 86_400_000;

/** The person's address in the network of a WireGuard inbound among these; null where there is none. */
export function tunnelAddressOf(inbounds: readonly InboundTemplate[], number: number | null): string | null {
  const wireguard = inbounds.find((inbound) => inbound.protocol === "WIREGUARD");
  return wireguard && number !== null ? tunnelAddress(wireguard.network, number) : null;
}

export interface AccountToBe {
  username: string;
  remoteId: string | null;
  tunnelAddress: number | null;
  isActive: boolean;
}

export interface AccountTerms {
  number: number;
  expiresAt: Date;
  trafficBytes: bigint | null;
  usedUploadBytes: bigint;
  usedDownloadBytes: bigint;
  maxDevices: number;
}

/** An account as its panel should have it now. */
export function panelAccount(
  row: AccountToBe,
  terms: AccountTerms,
  stored: StoredCredential,
  inbounds: readonly InboundTemplate[],
  now: Date,
): PanelAccount {
  // A panel that closes by itself must not do so before the grace is over.
  const closesAt = graceEndsAt(terms.expiresAt);
  const used = terms.usedUploadBytes + terms.usedDownloadBytes;
  const left = terms.trafficBytes === null ? null : terms.trafficBytes - used;
  return {
    username: row.username,
    remoteId: row.remoteId,
    credential: serverCredential(stored, tunnelAddressOf(inbounds, row.tunnelAddress)),
    isActive: row.isActive,
    expiresAt: closesAt,
    remainingBytes: left === null ? null : left > 0n ? left : 0n,
    remainingDays: Math.max(0, Math.ceil((closesAt.getTime() - now.getTime()) / DAY_MS)),
    maxDevices: terms.maxDevices,
    inbounds,
    note: `sub:${terms.number}`,
  };
}
