import type { Prisma } from "@/lib/db/generated/client";
import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { KeyState, KeyView, Scope } from "../types";

export const KEY_FIELDS = {
  id: true,
  name: true,
  prefix: true,
  last4: true,
  mode: true,
  scopes: true,
  rateLimit: true,
  ipRestrictions: true,
  maxPriceMicros: true,
  handlerErrors: true,
  numbersStatusSuffix: true,
  expiresAt: true,
  revokedAt: true,
  replacedById: true,
  overlapUntil: true,
  lastUsedAt: true,
  createdAt: true,
  project: { select: { id: true, name: true, archivedAt: true } },
  priceLimits: { select: { serviceId: true, maxPriceMicros: true, service: { select: { name: true } } } },
} as const satisfies Prisma.ApiKeySelect;

type KeyFieldsRow = Prisma.ApiKeyGetPayload<{ select: typeof KEY_FIELDS }>;

function stateOf(row: KeyFieldsRow, now: Date): KeyState {
  if (row.revokedAt || row.project?.archivedAt) return "REVOKED";
  if (row.expiresAt && row.expiresAt <= now) return "EXPIRED";
  if (!row.overlapUntil) return "ACTIVE";
  return row.overlapUntil <= now ? "EXPIRED" : "ROTATING";
}

export function toKeyView(row: KeyFieldsRow, now: Date): KeyView {
  const { project, priceLimits, scopes, expiresAt, revokedAt, overlapUntil, lastUsedAt, createdAt, ...rest } =
    row;
  return {
    ...rest,
    scopes: scopes as Scope[],
    state: stateOf(row, now),
    project: project && { id: project.id, name: project.name },
    priceLimits: priceLimits.map(({ service, ...limit }) => ({ ...limit, serviceName: service.name })),
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    overlapUntil: overlapUntil?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

const MOST = 500;

/** The person's keys, those of one project where it is given, newest first. */
export async function listKeys(
  deps: Pick<KernelDeps, "db" | "clock">,
  scope: CustomerScope,
  { projectId }: { projectId?: string } = {},
): Promise<KeyView[]> {
  const rows = await deps.db.apiKey.findMany({
    where: { userId: scope.userId, ...(projectId ? { projectId } : {}) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: KEY_FIELDS,
  });
  const now = deps.clock.securityNow();
  return rows.map((row) => toKeyView(row, now));
}

/** The id of the key with this digest; null where nobody has it. */
export async function findKeyByDigest(deps: Pick<KernelDeps, "db">, digest: string): Promise<string | null> {
  return (await deps.db.apiKey.findUnique({ where: { digest }, select: { id: true } }))?.id ?? null;
}
