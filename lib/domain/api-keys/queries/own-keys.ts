import type { Prisma } from "@/lib/db/generated/client";
import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { livingKeys } from "../living-keys";
import { DEFAULT_MAX_KEYS } from "../policy";
import { keyIdSchema } from "../schema";
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
  priceLimits: { select: { serviceId: true, maxPriceMicros: true, service: { select: { slug: true } } } },
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
    priceLimits: priceLimits.map(({ service, ...limit }) => ({ ...limit, slug: service.slug })),
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

/** One of the person's keys; null for anybody else's. */
export async function getKey(
  deps: Pick<KernelDeps, "db" | "clock">,
  scope: CustomerScope,
  id: string,
): Promise<KeyView | null> {
  if (!keyIdSchema.safeParse(id).success) return null;
  const row = await deps.db.apiKey.findFirst({ where: { id, userId: scope.userId }, select: KEY_FIELDS });
  return row && toKeyView(row, deps.clock.securityNow());
}

/** How many keys the person has that work, and how many they may have. */
export async function readKeyAllowance(
  deps: Pick<KernelDeps, "db" | "clock">,
  scope: CustomerScope,
): Promise<{ used: number; most: number; isBlocked: boolean }> {
  const [limit, used] = await Promise.all([
    deps.db.apiUserLimit.findUnique({
      where: { userId: scope.userId },
      select: { maxKeys: true, isBlocked: true },
    }),
    deps.db.apiKey.count({ where: livingKeys(scope.userId, deps.clock.securityNow()) }),
  ]);
  return { used, most: limit?.maxKeys ?? DEFAULT_MAX_KEYS, isBlocked: limit?.isBlocked ?? false };
}

/** The id of the key with this digest; null where nobody has it. */
export async function findKeyByDigest(deps: Pick<KernelDeps, "db">, digest: string): Promise<string | null> {
  return (await deps.db.apiKey.findUnique({ where: { digest }, select: { id: true } }))?.id ?? null;
}

/** Whether the person has this key, closed or not. */
export async function ownsKey(
  deps: Pick<KernelDeps, "db">,
  scope: CustomerScope,
  id: string,
): Promise<boolean> {
  return (await deps.db.apiKey.count({ where: { id, userId: scope.userId } })) > 0;
}
