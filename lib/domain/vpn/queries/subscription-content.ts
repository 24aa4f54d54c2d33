import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { ConnectionProfile } from "@/lib/domain/vpn-links/types";
import { isTokenShaped, tokenHash } from "../subscription-token";
import { subscriptionWord } from "../subscription-words";
import { endsSoonFrom, graceEndsAt } from "../terms";
import type { SubscriptionWord } from "../types";
import { dialledProfiles, type LocatedConfig } from "./location-profiles";
import { planNameOf } from "./plans";
import { readServedInbounds, type ServedInbound } from "./served-inbounds";
import { readDocumentRows, type SubscriptionDocumentRow } from "./subscription-rows";

/** What an app gets for a secret link. Holds secrets. */
export interface SubscriptionContent {
  id: string;
  number: number;
  userId: string;
  /** The owner's language: there is nobody to ask but the app. */
  locale: string;
  planName: string;
  word: SubscriptionWord;
  expiresAt: Date;
  trafficBytes: bigint | null;
  uploadBytes: bigint;
  downloadBytes: bigint;
  /** Locations that know the account; empty where access has ended. */
  profiles: ConnectionProfile[];
  /** Milliseconds after which time alone makes something else of it; none for long. */
  changesInMs: number;
}

type Reads = Pick<KernelDeps, "db" | "clock" | "cipher">;

/** When the word becomes another without anybody's doing, or a replaced token ends. */
function changesInMs(deps: Reads, row: SubscriptionDocumentRow): number {
  const { periodStartsAt, expiresAt, oldUntil } = row;
  const now = deps.clock.now().getTime();
  const soon = endsSoonFrom({ startsAt: periodStartsAt, endsAt: expiresAt });
  const steps = [soon, expiresAt, graceEndsAt(expiresAt), ...(oldUntil ? [oldUntil] : [])]
    .map((at) => at.getTime() - now)
    .filter((ms) => ms > 0);
  return Math.min(Number.POSITIVE_INFINITY, ...steps);
}

function toContent(
  deps: Reads,
  row: SubscriptionDocumentRow,
  configs: readonly LocatedConfig[],
): SubscriptionContent {
  const { isExhausted } = row;
  const ended = row.status !== "ACTIVE" || isExhausted;
  const accounts = row.accounts.map(([panelId, ciphertext, tunnelAddress]) => ({
    panelId,
    ciphertext: new Uint8Array(Buffer.from(ciphertext, "hex")),
    tunnelAddress,
  }));
  const located = ended ? [] : dialledProfiles(deps, accounts, configs, row.locale);
  const working = configs.filter(({ inbound }) => inbound.server.status === "ONLINE");
  const locations = new Set(working.map(({ inbound }) => inbound.server.id)).size;
  const ready = new Set(located.map(({ serverId }) => serverId)).size;
  return {
    id: row.id,
    number: row.number,
    userId: row.userId,
    locale: row.locale,
    planName: planNameOf(row, row.locale),
    word: subscriptionWord({ ...row, locations, ready }, deps.clock.now()),
    expiresAt: row.expiresAt,
    trafficBytes: row.trafficBytes,
    uploadBytes: row.uploadBytes,
    downloadBytes: row.downloadBytes,
    profiles: located.map(({ profile }) => profile),
    changesInMs: changesInMs(deps, row),
  };
}

const nameOf = (token: string) => Buffer.from(tokenHash(token)).toString("hex");

/** Inbounds by id, in the order in which apps list them; more than were asked for do no harm. */
type InboundsOf = (ids: readonly string[]) => Promise<ReadonlyMap<string, ServedInbound>>;

/**
 * What secret links stand for, also those that were replaced a short while ago. A token that nobody has is left out; each
 * is looked for by the same question. `inboundsOf`: who keeps what many share.
 */
export async function readSubscriptionContents(
  deps: Reads,
  tokens: readonly string[],
  inboundsOf: InboundsOf = (ids) => readServedInbounds(deps, ids),
): Promise<Map<string, SubscriptionContent>> {
  const byHash = new Map(tokens.filter(isTokenShaped).map((token) => [nameOf(token), token]));
  if (byHash.size === 0) return new Map();
  const rows = await readDocumentRows(deps, [...byHash.keys()], deps.clock.now());
  const inbounds = await inboundsOf([...new Set(rows.flatMap(({ inboundIds }) => inboundIds))]);
  const ranks = new Map([...inbounds.keys()].map((id, rank) => [id, rank]));
  const found = new Map<string, SubscriptionContent>();
  for (const row of rows) {
    const token = byHash.get(row.hash);
    if (!token) continue;
    const configs = row.inboundIds
      .toSorted((one, other) => (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0))
      .flatMap((id) => {
        const inbound = inbounds.get(id);
        return inbound ? [{ id, inbound }] : [];
      });
    found.set(token, toContent(deps, row, configs));
  }
  return found;
}
