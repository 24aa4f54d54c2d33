import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import { canReadAllWebhooks } from "../policy";
import type { StaffDeliveryLine, StaffEndpointView } from "../types";
import { deliveryLine, endpointView, WITH_PROJECT } from "./endpoint-view";

type Reads = Pick<KernelDeps, "db" | "clock">;

interface Asked {
  page: number;
  pageSize: number;
  search: string;
  /** "on", "failing" or "off". */
  state?: string;
}

const STATES: Record<string, Prisma.WebhookEndpointWhereInput> = {
  on: { disabledAt: null, failingSince: null },
  failing: { disabledAt: null, failingSince: { not: null } },
  off: { disabledAt: { not: null } },
};

function matching({ search, state }: Asked): Prisma.WebhookEndpointWhereInput {
  const ways: Prisma.WebhookEndpointWhereInput[] = [
    { url: { contains: search, mode: "insensitive" } },
    { user: { OR: [{ username: search.toLowerCase() }, { email: search.toLowerCase() }] } },
  ];
  return { ...(STATES[state ?? ""] ?? {}), ...(search ? { OR: ways } : {}) };
}

/** Everybody's endpoints, those that fail first, with how many messages wait for each. Throws forbidden. */
export async function listStaffEndpoints(
  deps: Reads,
  actor: Actor,
  asked: Asked,
): Promise<Page<StaffEndpointView>> {
  if (!canReadAllWebhooks(actor)) throw new RefusalError("forbidden");
  const where = matching(asked);
  const counted = await deps.db.webhookEndpoint.count({ where, take: TOTAL_LIMIT });
  const { offset, pageSize } = pageWindow(counted, asked);
  const rows = await deps.db.webhookEndpoint.findMany({
    where,
    include: { ...WITH_PROJECT, user: { select: { username: true } } },
    orderBy: [
      { disabledAt: { sort: "desc", nulls: "first" } },
      { failingSince: { sort: "asc", nulls: "last" } },
      { createdAt: "desc" },
    ],
    skip: offset,
    take: pageSize,
  });
  const waiting = await deps.db.webhookDelivery.groupBy({
    by: ["endpointId"],
    where: { endpointId: { in: rows.map(({ id }) => id) }, status: { in: ["QUEUED", "RETRYING"] } },
    _count: true,
  });
  const countOf = new Map(waiting.map(({ endpointId, _count }) => [endpointId, _count]));
  const views = rows.map((row) => ({
    ...endpointView(deps, row),
    user: { id: row.userId, username: row.user.username },
    waiting: countOf.get(row.id) ?? 0,
  }));
  return toPage(views, counted, asked);
}

const SHOWN = 50;
const DAY_MS = 86_400_000;

/** The newest messages of the last day that did not arrive, without what is in them. Throws forbidden. */
export async function listFailingDeliveries(deps: Reads, actor: Actor): Promise<StaffDeliveryLine[]> {
  if (!canReadAllWebhooks(actor)) throw new RefusalError("forbidden");
  const rows = await deps.db.webhookDelivery.findMany({
    where: {
      createdAt: { gte: new Date(deps.clock.now().getTime() - DAY_MS) },
      status: { in: ["RETRYING", "FAILED"] },
      isTest: false,
    },
    omit: { bodyCiphertext: true },
    include: { endpoint: { select: { url: true, userId: true, user: { select: { username: true } } } } },
    orderBy: { createdAt: "desc" },
    take: SHOWN,
  });
  return rows.map(({ endpoint, ...row }) => ({
    ...deliveryLine(row),
    url: endpoint.url,
    user: { id: endpoint.userId, username: endpoint.user.username },
  }));
}
