import type { AuditEvent, Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { latinDigits } from "@/lib/domain/kernel/latin-digits";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import { auditChanges } from "../changes";
import { canSeeAudit } from "../policy";
import type { AuditEventView } from "../types";

/** All optional; `from` and `to` are whole days, YYYY-MM-DD in UTC, both included. */
export interface AuditFilter {
  /** An actor's or target's id, the number of an order, an invoice or a withdrawal, a request id, an address, or the beginning of an actor's name. */
  search?: string;
  /** An id or an address of who did it, or the beginning of the name. */
  actor?: string;
  action?: string;
  targetType?: string;
  actorKind?: string;
  from?: string;
  to?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ACTOR_KINDS = ["USER", "STAFF", "API_KEY", "SYSTEM", "CLI"] as const;

function dayOf(text: string | undefined): Date | null {
  const day = text && DAY.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day && !Number.isNaN(day.getTime()) ? day : null;
}

/** A number that people know things by: the ids of the order, the invoice and the withdrawal that have it. */
async function numbered({ db }: Pick<KernelDeps, "db">, search: string): Promise<string[]> {
  const digits = /^#?(\d{1,9})$/.exec(latinDigits(search.trim()))?.[1];
  if (!digits) return [];
  const wanted = { where: { number: Number(digits) }, select: { id: true } };
  const found = await Promise.all([
    db.order.findUnique(wanted),
    db.invoice.findUnique(wanted),
    db.withdrawal.findUnique(wanted),
  ]);
  return found.flatMap((thing) => (thing ? [thing.id] : []));
}

function searched(search: string, targets: string[]): Prisma.AuditEventWhereInput {
  if (search === "") return {};
  if (UUID.test(search))
    return { OR: [{ actorId: search }, { targetId: search.toLowerCase() }, { requestId: search }] };
  return {
    OR: [
      { actorName: { startsWith: search.replace(/[\\%_]/g, "\\$&") } },
      { targetId: { in: [search, ...targets] } },
      { ipAddress: search },
    ],
  };
}

function doneBy(actor: string): Prisma.AuditEventWhereInput {
  if (actor === "") return {};
  if (UUID.test(actor)) return { actorId: actor };
  return {
    OR: [{ actorName: { startsWith: actor.replace(/[\\%_]/g, "\\$&") } }, { ipAddress: actor }],
  };
}

async function matching(
  deps: Pick<KernelDeps, "db">,
  filter: AuditFilter,
): Promise<Prisma.AuditEventWhereInput> {
  const search = filter.search?.trim() ?? "";
  const [from, to] = [dayOf(filter.from), dayOf(filter.to)];
  const actorKind = ACTOR_KINDS.find((kind) => kind === filter.actorKind);
  return {
    AND: [searched(search, await numbered(deps, search)), doneBy(filter.actor?.trim() ?? "")],
    ...(filter.action ? { action: filter.action } : {}),
    ...(filter.targetType ? { targetType: filter.targetType } : {}),
    ...(actorKind ? { actorKind } : {}),
    ...(from || to
      ? { createdAt: { gte: from ?? undefined, lt: to ? new Date(to.getTime() + DAY_MS) : undefined } }
      : {}),
  };
}

function toView(event: AuditEvent, sealed: ReadonlySet<bigint>): AuditEventView {
  const { id, actorKind, actorId, actorName, action, targetType, targetId } = event;
  const { reason, ipAddress, requestId } = event;
  return {
    id: id.toString(),
    at: event.createdAt.toISOString(),
    actorKind,
    actorId,
    actorName,
    action,
    targetType,
    targetId,
    changes: auditChanges(event.before, event.after),
    record: { before: event.before, after: event.after },
    reason,
    ipAddress,
    requestId,
    isSealed: sealed.has(id),
  };
}

async function withSeals(deps: Pick<KernelDeps, "db">, events: AuditEvent[]): Promise<AuditEventView[]> {
  const seals = await deps.db.auditSeal.findMany({
    where: { eventId: { in: events.map((event) => event.id) } },
    select: { eventId: true },
  });
  const sealed = new Set(seals.map((seal) => seal.eventId));
  return events.map((event) => toView(event, sealed));
}

/** Who did what, newest first; for staff. */
export async function listAuditEvents(
  deps: Pick<KernelDeps, "db">,
  actor: Actor,
  filter: AuditFilter,
  asked: { page: number; pageSize: number },
): Promise<Page<AuditEventView>> {
  if (!canSeeAudit(actor)) throw new RefusalError("forbidden");
  const where = await matching(deps, filter);
  const counted = await deps.db.auditEvent.count({ where, take: TOTAL_LIMIT });
  const { offset, pageSize } = pageWindow(counted, asked);
  const events = await deps.db.auditEvent.findMany({
    where,
    orderBy: { id: "desc" },
    skip: offset,
    take: pageSize,
  });
  return toPage(await withSeals(deps, events), counted, asked);
}

const BATCH = 500;

/** The same rows, all of them, read in batches. */
export async function* eachAuditEvent(
  deps: Pick<KernelDeps, "db">,
  actor: Actor,
  filter: AuditFilter,
): AsyncGenerator<AuditEventView> {
  if (!canSeeAudit(actor)) throw new RefusalError("forbidden");
  const where = await matching(deps, filter);
  let before: bigint | undefined;
  for (;;) {
    const events = await deps.db.auditEvent.findMany({
      where: before === undefined ? where : { AND: [where, { id: { lt: before } }] },
      orderBy: { id: "desc" },
      take: BATCH,
    });
    yield* await withSeals(deps, events);
    before = events.at(-1)?.id;
    if (events.length < BATCH) return;
  }
}
