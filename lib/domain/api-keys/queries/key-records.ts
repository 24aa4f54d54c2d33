import type { Prisma } from "@/lib/db/generated/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { KeyRecord, ProjectDefaults, Scope } from "../types";
import { SCOPES } from "../vocabulary";

const FIELDS = {
  id: true,
  digest: true,
  userId: true,
  projectId: true,
  mode: true,
  scopes: true,
  rateLimit: true,
  ipRestrictions: true,
  maxPriceMicros: true,
  handlerErrors: true,
  numbersStatusSuffix: true,
  expiresAt: true,
  revokedAt: true,
  overlapUntil: true,
  priceLimits: { select: { serviceId: true, maxPriceMicros: true } },
  project: { select: { defaultCountryId: true, defaultServiceId: true, areaCode: true, archivedAt: true } },
  user: {
    select: {
      username: true,
      role: true,
      status: true,
      verificationLevel: true,
      apiLimit: { select: { isBlocked: true, rateLimit: true } },
    },
  },
} as const satisfies Prisma.ApiKeySelect;

type Row = Prisma.ApiKeyGetPayload<{ select: typeof FIELDS }>;

const KNOWN_SCOPES: ReadonlySet<string> = new Set(SCOPES);
const isKnownScope = (scope: string): scope is Scope => KNOWN_SCOPES.has(scope);

function defaultsOf({ project }: Row): ProjectDefaults | null {
  if (!project) return null;
  const { defaultCountryId, defaultServiceId, areaCode } = project;
  return { countryId: defaultCountryId, serviceId: defaultServiceId, areaCode };
}

function contextOf(row: Row): KeyRecord["key"] {
  const { id, userId, projectId, mode, user } = row;
  const isSandbox = mode === "SANDBOX";
  const projectDefaults = defaultsOf(row);
  return {
    id,
    userId,
    projectId,
    mode,
    isSandbox,
    scopes: new Set(row.scopes.filter(isKnownScope)),
    rateLimit: row.rateLimit,
    userRateLimit: user.apiLimit?.rateLimit ?? null,
    handlerErrors: row.handlerErrors,
    numbersStatusSuffix: row.numbersStatusSuffix,
    projectDefaults,
    actor: {
      kind: "user",
      userId,
      username: user.username,
      role: user.role,
      verificationLevel: user.verificationLevel,
      sessionId: null,
      apiKeyId: id,
      isSandbox,
      door: "rest",
      ipAddress: null,
      requestId: null,
    },
    via: {
      projectId,
      areaCode: projectDefaults?.areaCode ?? null,
      maxPriceMicros: row.maxPriceMicros,
      priceLimits: new Map(row.priceLimits.map((limit) => [limit.serviceId, limit.maxPriceMicros])),
    },
  };
}

function toRecord(row: Row): KeyRecord {
  const { digest, ipRestrictions, project, user, expiresAt, revokedAt, overlapUntil } = row;
  return {
    digest,
    ipRestrictions,
    isBlocked: user.status !== "ACTIVE" || user.apiLimit?.isBlocked === true,
    isProjectArchived: project !== null && project.archivedAt !== null,
    expiresAt: expiresAt?.getTime() ?? null,
    revokedAt: revokedAt?.getTime() ?? null,
    overlapUntil: overlapUntil?.getTime() ?? null,
    key: contextOf(row),
  };
}

/** The keys with these digests, as their check needs them, by digest. Those nobody has are not among them. */
export async function readKeyRecords(
  deps: Pick<KernelDeps, "db">,
  digests: string[],
): Promise<Map<string, KeyRecord>> {
  const rows = await deps.db.apiKey.findMany({ where: { digest: { in: digests } }, select: FIELDS });
  return new Map(rows.map((row) => [row.digest, toRecord(row)]));
}
