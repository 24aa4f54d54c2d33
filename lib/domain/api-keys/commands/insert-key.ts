import type { Tx } from "@/lib/db/client";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import type { NewKey } from "../key-format";
import type { HandlerErrors, KeyMode } from "../types";

export interface KeyRow {
  id: string;
  userId: string;
  projectId: string | null;
  name: string;
  mode: KeyMode;
  scopes: string[];
  rateLimit: number;
  ipRestrictions: string[];
  maxPriceMicros: bigint | null;
  priceLimits: { serviceId: string; maxPriceMicros: bigint }[];
  handlerErrors: HandlerErrors;
  numbersStatusSuffix: boolean;
  expiresAt: Date | null;
}

/** Writes a key's row: of the key itself only the digest and what is shown of it. */
export async function insertKey(tx: Tx, { priceLimits, ...row }: KeyRow, made: NewKey): Promise<void> {
  const { prefix, last4, digest } = made;
  await tx.apiKey.create({ data: { ...row, prefix, last4, digest } });
  await tx.apiKeyPriceLimit.createMany({
    data: priceLimits.map((limit) => ({ ...limit, apiKeyId: row.id })),
  });
}

/** A live key can spend: its owner hears of each, whoever made it. */
export async function tellOfLiveKey(
  tx: Tx,
  { id: keyId, userId, name, mode }: Pick<KeyRow, "id" | "userId" | "name" | "mode">,
  { last4 }: Pick<NewKey, "last4">,
): Promise<void> {
  if (mode !== "LIVE") return;
  await writeEvent(tx, "api_key.live_created", { userId, keyId, name, last4 }, { userId, subjectId: keyId });
}

/** A key as the audit trail shows it: never the key. */
export function keyFacts(
  row: Omit<KeyRow, "id" | "userId" | "priceLimits"> & { priceLimits?: KeyRow["priceLimits"] },
) {
  return {
    name: row.name,
    mode: row.mode,
    projectId: row.projectId ?? "",
    scopes: [...row.scopes],
    rateLimit: row.rateLimit,
    ipRestrictions: [...row.ipRestrictions],
    maxPriceMicros: row.maxPriceMicros?.toString() ?? "",
    priceLimits: (row.priceLimits ?? []).map((limit) => `${limit.serviceId} ${limit.maxPriceMicros}`),
    handlerErrors: row.handlerErrors,
    numbersStatusSuffix: row.numbersStatusSuffix,
    expiresAt: row.expiresAt?.toISOString() ?? "",
  };
}
