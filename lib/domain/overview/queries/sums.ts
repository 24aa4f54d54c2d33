import { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { canReadAllOrders } from "@/lib/domain/numbers/policy";
import { daysOf } from "../range";
import type { DaySums, NamedSums, Overview, OverviewRange, OverviewSums } from "../types";
import { addWaits, medianWait, WAIT_BUCKETS } from "../wait-buckets";
import { type PartOfDay, readPartOfDay } from "./part-of-day";

type ReadDeps = Pick<KernelDeps, "db">;

/** How many services are told by name. */
const TOP_SERVICES = 8;
const PROVIDER_SERVICES = 50;

interface SumRow extends PartOfDay {
  day: string | null;
  providerId: string | null;
  serviceId: string | null;
}

const waitSums = Prisma.join(
  Array.from(
    { length: WAIT_BUCKETS },
    (_, bucket) => Prisma.sql`coalesce(sum(wait_buckets[${Prisma.raw(String(bucket + 1))}]), 0)::int`,
  ),
);

const SUMS = Prisma.sql`
  coalesce(sum(orders), 0)::int AS orders, coalesce(sum(with_code), 0)::int AS "withCode",
  coalesce(sum(completed), 0)::int AS completed, coalesce(sum(canceled), 0)::int AS canceled,
  coalesce(sum(expired), 0)::int AS expired, coalesce(sum(failed), 0)::int AS failed,
  coalesce(sum(revenue_micros), 0)::bigint AS "revenueMicros",
  coalesce(sum(refunded_micros), 0)::bigint AS "refundedMicros",
  coalesce(sum(cost_micros), 0)::bigint AS "costMicros", coalesce(sum(loss_micros), 0)::bigint AS "lossMicros"`;

/** Of the activations that ended with a number, the share that had a code; null when none ended. */
function successRate({ completed, canceled, expired }: SumRow): number | null {
  const ended = completed + canceled + expired;
  return ended === 0 ? null : completed / ended;
}

function sumsOf(row: SumRow): OverviewSums {
  const { orders, withCode, completed, canceled, expired, failed } = row;
  const revenueMicros = row.revenueMicros - row.refundedMicros;
  return {
    orders,
    withCode,
    completed,
    canceled,
    expired,
    failed,
    revenueMicros,
    refundedMicros: row.refundedMicros,
    marginMicros: revenueMicros - row.costMicros - row.lossMicros,
    successRate: successRate(row),
    medianWaitSeconds: medianWait(row.waits),
  };
}

const NOTHING: SumRow = {
  day: null,
  providerId: null,
  serviceId: null,
  orders: 0,
  withCode: 0,
  completed: 0,
  canceled: 0,
  expired: 0,
  failed: 0,
  revenueMicros: 0n,
  refundedMicros: 0n,
  costMicros: 0n,
  lossMicros: 0n,
  waits: [],
};

/** Each day of each provider over the range and the one before: a few rows a day. */
function readProviderDays(deps: ReadDeps, range: OverviewRange): Promise<SumRow[]> {
  return deps.db.$queryRaw<SumRow[]>`
    SELECT day::text AS day, provider_id AS "providerId", NULL AS "serviceId", orders, with_code AS "withCode",
      completed, canceled, expired, failed, revenue_micros AS "revenueMicros", refunded_micros AS "refundedMicros",
      cost_micros AS "costMicros", loss_micros AS "lossMicros", wait_buckets AS waits
    FROM daily_provider_rollups WHERE day BETWEEN ${range.previousFrom}::date AND ${range.to}::date`;
}

/** The services that were ordered most over a range, of one provider or of all. */
function readTopServices(
  deps: ReadDeps,
  { from, to }: Pick<OverviewRange, "from" | "to">,
  { limit, providerId }: { limit: number; providerId?: string },
): Promise<(SumRow & { name: string })[]> {
  const rows = Prisma.sql`day BETWEEN ${from}::date AND ${to}::date
    AND (${providerId ?? null}::uuid IS NULL OR provider_id = ${providerId ?? null}::uuid)`;
  return deps.db.$queryRaw<(SumRow & { name: string })[]>`
    SELECT NULL AS day, NULL AS "providerId", service_id AS "serviceId", s.name, ${SUMS}, ARRAY[${waitSums}] AS waits
    FROM daily_order_rollups r JOIN services s ON s.id = r.service_id
    WHERE ${rows} AND service_id IN (
      SELECT service_id FROM daily_order_rollups WHERE ${rows} GROUP BY service_id
      ORDER BY sum(orders) DESC, service_id LIMIT ${limit})
    GROUP BY service_id, s.name`;
}

interface Now {
  held: bigint;
  running: bigint;
  countedAt: Date | null;
}

/** The same sums over several rows. */
function addRows(rows: readonly SumRow[]): SumRow {
  const sum = (pick: (row: SumRow) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const money = (pick: (row: SumRow) => bigint) => rows.reduce((total, row) => total + pick(row), 0n);
  return {
    day: rows[0]?.day ?? null,
    providerId: rows[0]?.providerId ?? null,
    serviceId: rows[0]?.serviceId ?? null,
    orders: sum((row) => row.orders),
    withCode: sum((row) => row.withCode),
    completed: sum((row) => row.completed),
    canceled: sum((row) => row.canceled),
    expired: sum((row) => row.expired),
    failed: sum((row) => row.failed),
    revenueMicros: money((row) => row.revenueMicros),
    refundedMicros: money((row) => row.refundedMicros),
    costMicros: money((row) => row.costMicros),
    lossMicros: money((row) => row.lossMicros),
    waits: addWaits(rows.map(({ waits }) => waits)),
  };
}

/** One row for each provider, or for each day. */
function addBy(rows: readonly SumRow[], key: "providerId" | "day"): SumRow[] {
  const groups = new Map<string, SumRow[]>();
  for (const row of rows) {
    const id = row[key] ?? "";
    const group = groups.get(id);
    if (group) group.push(row);
    else groups.set(id, [row]);
  }
  return [...groups.values()].map(addRows);
}

/** What is so at this moment, whatever the range. */
async function readNow(deps: ReadDeps): Promise<Now> {
  const [row] = await deps.db.$queryRaw<Now[]>`
    SELECT (SELECT coalesce(sum(amount_micros), 0)::bigint FROM holds WHERE status = 'PENDING') AS held,
      (SELECT count(*) FROM orders WHERE status IN ('PENDING', 'ACTIVE') AND NOT is_sandbox) AS running,
      (SELECT ran_at FROM rollup_marks WHERE name = 'orders') AS "countedAt"`;
  return row ?? { held: 0n, running: 0n, countedAt: null };
}

/** A day to compare with; the last of them is none while only a part of it is. */
function isBefore(day: string | null, { from, previousTo, previousUntil }: OverviewRange): boolean {
  return day !== null && day < from && (previousUntil === null || day !== previousTo);
}

/** What is counted apart of the last day to compare with. */
async function readUntil(deps: ReadDeps, { previousUntil }: OverviewRange) {
  return previousUntil === null ? null : readPartOfDay(deps, new Date(previousUntil));
}

async function readPeople(deps: ReadDeps, range: OverviewRange) {
  const rows = await deps.db.$queryRaw<{ day: string; people: number }[]>`
    SELECT day::text AS day, new_users AS people FROM daily_user_rollups
    WHERE day BETWEEN ${range.previousFrom}::date AND ${range.to}::date`;
  const byDay = new Map(rows.map(({ day, people }) => [day, people]));
  const count = (isWanted: (day: string) => boolean) =>
    rows.reduce((sum, { day, people }) => (isWanted(day) ? sum + people : sum), 0);
  return {
    byDay,
    current: count((day) => day >= range.from),
    previous: count((day) => isBefore(day, range)),
  };
}

function namedServices(rows: readonly (SumRow & { name: string })[]): NamedSums[] {
  const names = new Map(rows.map(({ serviceId, name }) => [serviceId ?? "", name]));
  return named([...rows], "serviceId", names);
}

function named(rows: SumRow[], key: "providerId" | "serviceId", names: Map<string, string>): NamedSums[] {
  return rows
    .flatMap((row) => {
      const id = row[key];
      return id === null ? [] : [{ id, name: names.get(id) ?? id, ...sumsOf(row) }];
    })
    .sort((a, b) => b.orders - a.orders || (a.name < b.name ? -1 : 1));
}

/**
 * The shop over a range of days, and the same number of days before, out of the roll-ups; where today is not over, until
 * the same hour before. Refusal: forbidden.
 */
export async function readOverview(
  deps: ReadDeps,
  actor: Actor,
  range: OverviewRange,
): Promise<Result<{ overview: Overview }, "forbidden">> {
  if (!canReadAllOrders(actor)) return refuse("forbidden");
  const [rows, services, now, people, providers, part] = await Promise.all([
    readProviderDays(deps, range),
    readTopServices(deps, range, { limit: TOP_SERVICES }),
    readNow(deps),
    readPeople(deps, range),
    deps.db.provider.findMany({ select: { id: true, name: true } }),
    readUntil(deps, range),
  ]);
  const current = rows.filter(({ day }) => day !== null && day >= range.from);
  const before = rows.filter(({ day }) => isBefore(day, range));
  if (part) before.push({ ...NOTHING, ...part.sums });
  const byDay = new Map(addBy(current, "day").map((row) => [row.day, row]));
  const days: DaySums[] = daysOf(range).map((day) => ({
    day,
    newUsers: people.byDay.get(day) ?? 0,
    ...sumsOf(byDay.get(day) ?? NOTHING),
  }));
  return ok({
    overview: {
      range,
      current: { ...sumsOf(addRows(current)), newUsers: people.current },
      previous: { ...sumsOf(addRows(before)), newUsers: people.previous + (part?.newUsers ?? 0) },
      days,
      providers: named(
        addBy(current, "providerId"),
        "providerId",
        new Map(providers.map(({ id, name }) => [id, name])),
      ),
      services: namedServices(services),
      heldMicros: now.held,
      running: Number(now.running),
      countedAt: now.countedAt?.toISOString() ?? null,
    },
  });
}

/** How one provider did with each service over the last days (UTC), the fifty most ordered first. Empty for customers. */
export async function readProviderServices(
  deps: ReadDeps,
  actor: Actor,
  providerId: string,
  range: Pick<OverviewRange, "from" | "to">,
): Promise<NamedSums[]> {
  if (!canReadAllOrders(actor)) return [];
  return namedServices(await readTopServices(deps, range, { limit: PROVIDER_SERVICES, providerId }));
}
