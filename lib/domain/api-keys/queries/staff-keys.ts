import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import type { AskedOrder } from "@/lib/domain/kernel/row-order";
import { livingKeys } from "../living-keys";
import { canSeeAllKeys } from "../policy";
import type { CallerView, StaffKeyView } from "../types";
import { CALL_COLUMNS, type CallRow, NO_CALLS, toSums } from "./call-sums";
import { KEY_FIELDS, toKeyView } from "./own-keys";

type Reads = Pick<KernelDeps, "db" | "clock">;

export interface KeyFilter {
  search?: string;
  mode?: string;
  /** "living" or "closed". */
  state?: string;
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A key's last four characters, its or its person's id, its name, or its person by name or address. */
function searched(text: string): Prisma.ApiKeyWhereInput {
  if (text === "") return {};
  if (UUID.test(text)) return { OR: [{ id: text }, { userId: text }] };
  const name = text.toLowerCase();
  return {
    OR: [
      { user: { OR: [{ username: name }, { email: name }] } },
      { name: { contains: text, mode: "insensitive" } },
      ...(/^[0-9A-Za-z]{4}$/.test(text) ? [{ last4: text }] : []),
    ],
  };
}

function matching(filter: KeyFilter, now: Date): Prisma.ApiKeyWhereInput {
  const { userId: _, ...living } = livingKeys("", now);
  const mode = (["LIVE", "SANDBOX"] as const).find((known) => known === filter.mode);
  return {
    AND: [
      searched(filter.search?.trim() ?? ""),
      ...(filter.state === "living" ? [living] : []),
      ...(filter.state === "closed" ? [{ NOT: living }] : []),
    ],
    ...(mode ? { mode } : {}),
  };
}

async function weekOf(deps: Reads, keyIds: string[]): Promise<Map<string, CallRow>> {
  if (keyIds.length === 0) return new Map();
  const rows = await deps.db.$queryRaw<({ id: string } & CallRow)[]>`
    SELECT s.api_key_id AS id, ${CALL_COLUMNS} FROM api_call_stats s
    WHERE s.api_key_id = ANY(${keyIds}::uuid[]) AND s.hour >= now() - interval '7 days' GROUP BY 1`;
  return new Map(rows.map((row) => [row.id, row]));
}

const STAFF_FIELDS = { ...KEY_FIELDS, user: { select: { id: true, username: true } } } as const;

type StaffKeyRow = Prisma.ApiKeyGetPayload<{ select: typeof STAFF_FIELDS }>;

async function withWeeks(deps: Reads, rows: StaffKeyRow[], now: Date): Promise<StaffKeyView[]> {
  const weeks = await weekOf(
    deps,
    rows.map(({ id }) => id),
  );
  return rows.map(({ user, ...row }) => {
    const { calls, errors, refused } = toSums(weeks.get(row.id) ?? NO_CALLS);
    return { ...toKeyView(row, now), user, week: { calls, errors, refused } };
  });
}

/** Everybody's keys, newest first where nothing else is asked. */
export async function listStaffKeys(
  deps: Reads,
  actor: Actor,
  filter: KeyFilter,
  asked: { page: number; pageSize: number; direction: "asc" | "desc" },
): Promise<Page<StaffKeyView>> {
  if (!canSeeAllKeys(actor)) throw new RefusalError("forbidden");
  const now = deps.clock.securityNow();
  const where = matching(filter, now);
  const counted = await deps.db.apiKey.count({ where, take: TOTAL_LIMIT });
  const { offset, pageSize } = pageWindow(counted, asked);
  const rows = await deps.db.apiKey.findMany({
    where,
    select: STAFF_FIELDS,
    orderBy: [{ createdAt: asked.direction }, { id: asked.direction }],
    skip: offset,
    take: pageSize,
  });
  return toPage(await withWeeks(deps, rows, now), counted, asked);
}

const BATCH = 500;

/** The same keys, all of them, newest first, read in batches. */
export async function* eachStaffKey(
  deps: Reads,
  actor: Actor,
  filter: KeyFilter,
  { direction = "desc" }: Pick<AskedOrder, "direction"> = {},
): AsyncGenerator<StaffKeyView> {
  if (!canSeeAllKeys(actor)) throw new RefusalError("forbidden");
  const now = deps.clock.securityNow();
  const where = matching(filter, now);
  let last: string | undefined;
  for (;;) {
    const rows = await deps.db.apiKey.findMany({
      where,
      select: STAFF_FIELDS,
      orderBy: [{ createdAt: direction }, { id: direction }],
      ...(last === undefined ? {} : { cursor: { id: last }, skip: 1 }),
      take: BATCH,
    });
    yield* await withWeeks(deps, rows, now);
    last = rows.at(-1)?.id;
    if (rows.length < BATCH) return;
  }
}

const TOP = 10;

interface CallerRow extends CallRow {
  id: string;
  username: string;
  keys: bigint;
  rate_limit: number | null;
  max_keys: number | null;
  is_blocked: boolean | null;
}

/** Whose programs asked most in the last 24 hours, and everybody for whom staff set a limit. */
export async function listCallers(deps: Reads, actor: Actor): Promise<CallerView[]> {
  if (!canSeeAllKeys(actor)) throw new RefusalError("forbidden");
  const rows = await deps.db.$queryRaw<CallerRow[]>`
    WITH asked AS (
      SELECT k.user_id, ${CALL_COLUMNS} FROM api_call_stats s JOIN api_keys k ON k.id = s.api_key_id
      WHERE s.hour >= now() - interval '24 hours' GROUP BY 1),
    shown AS (
      (SELECT user_id FROM asked ORDER BY refused + errors DESC, calls DESC LIMIT ${TOP})
      UNION (SELECT user_id FROM asked ORDER BY calls DESC LIMIT ${TOP})
      UNION (SELECT user_id FROM api_user_limits ORDER BY updated_at DESC LIMIT ${TOP}))
    SELECT u.id, u.username, (SELECT count(*) FROM api_keys k WHERE k.user_id = u.id AND k.revoked_at IS NULL) AS keys,
      l.rate_limit, l.max_keys, l.is_blocked, coalesce(a.calls, 0) AS calls, coalesce(a.errors, 0) AS errors,
      coalesce(a.refused, 0) AS refused, 0::bigint AS latency, 0::bigint AS within10, 0::bigint AS within50,
      0::bigint AS within200, 0::bigint AS within1000
    FROM shown JOIN users u ON u.id = shown.user_id
    LEFT JOIN asked a ON a.user_id = u.id LEFT JOIN api_user_limits l ON l.user_id = u.id
    ORDER BY coalesce(a.calls, 0) DESC, u.username`;
  return rows.map((row) => {
    const { calls, errors, refused } = toSums(row);
    return {
      user: { id: row.id, username: row.username },
      calls,
      errors,
      refused,
      keys: Number(row.keys),
      limit: { rateLimit: row.rate_limit, maxKeys: row.max_keys, isBlocked: row.is_blocked ?? false },
    };
  });
}
