import { Prisma } from "@/lib/db/generated/client";
import { type Actor, type CustomerScope, customerScopeOf } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { canReadAllOrders } from "./policy";
import { readOrderPage, readOrders } from "./queries/order-rows";
import { toOrderViews, toStaffViews } from "./queries/order-view";
import { ownedBy } from "./queries/owned-by";
import { type ListOrdersInput, listOrdersSchema, orderIdSchema, orderNumberSchema } from "./schema";
import type { OrderPage, OrderView, StaffOrderView } from "./types";

type ReadDeps = Pick<KernelDeps, "db" | "cipher">;

/** More than anybody has running; the newest are shown. */
const MAX_RUNNING = 200;

function byKey(key: { id?: string; number?: number | string }): Prisma.Sql | null {
  const id = orderIdSchema.safeParse(key.id);
  if (id.success) return Prisma.sql`o.id = ${id.data}::uuid`;
  const number = orderNumberSchema.safeParse(key.number);
  return number.success ? Prisma.sql`o.number = ${number.data}::int` : null;
}

/** One order of the scope's person, by id or by number; null when it is missing or somebody else's. */
export async function getOrder(
  deps: ReadDeps,
  scope: CustomerScope,
  key: { id?: string; number?: number | string },
): Promise<OrderView | null> {
  const match = byKey(key);
  if (!match) return null;
  const rows = await readOrders(deps, Prisma.sql`${match} AND ${ownedBy(scope)}`, 1);
  return (await toOrderViews(deps, rows))[0] ?? null;
}

/** What is running now, newest first. */
export async function listActiveOrders(deps: ReadDeps, scope: CustomerScope): Promise<OrderView[]> {
  const where = Prisma.sql`${ownedBy(scope)} AND o.status IN ('PENDING', 'ACTIVE')`;
  return toOrderViews(deps, await readOrders(deps, where, MAX_RUNNING));
}

const OUTCOMES = {
  all: Prisma.sql`true`,
  running: Prisma.sql`o.status IN ('PENDING', 'ACTIVE')`,
  done: Prisma.sql`o.status = 'COMPLETED'`,
  refunded: Prisma.sql`(o.status IN ('CANCELED', 'EXPIRED', 'FAILED') OR o.refunded_micros > 0)`,
};

/** Within one person's orders any part of a number is found; among everybody's a whole one, which has an index. */
function searchFilter(search: string | undefined, isOfAll: boolean): Prisma.Sql {
  if (!search) return Prisma.sql`true`;
  const digits = search.replace(/\D/g, "");
  const number = orderNumberSchema.safeParse(digits);
  const part = isOfAll
    ? Prisma.sql`o.phone_e164 = ${`+${digits}`}`
    : Prisma.sql`o.phone_e164 LIKE ${`%${digits}%`}`;
  const byPhone = digits ? part : Prisma.sql`false`;
  const byNumber = number.success ? Prisma.sql`o.number = ${number.data}::int` : Prisma.sql`false`;
  const word = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`(${byPhone} OR ${byNumber} OR o.service_id IN (
    SELECT id FROM services WHERE name ILIKE ${word} OR code = ${search.toLowerCase()}))`;
}

function filters(input: ReturnType<typeof listOrdersSchema.parse>, isOfAll = false): Prisma.Sql {
  const status = input.status ? Prisma.sql`o.status = ${input.status}::"OrderStatus"` : Prisma.sql`true`;
  return Prisma.sql`${OUTCOMES[input.outcome]} AND ${status} AND ${searchFilter(input.search, isOfAll)}`;
}

/** One page of everything the person rented, newest first. Throws a ZodError on a page that cannot be. */
export async function listOrders(
  deps: ReadDeps,
  scope: CustomerScope,
  raw: ListOrdersInput,
): Promise<OrderPage> {
  const input = listOrdersSchema.parse(raw);
  const where = Prisma.sql`${ownedBy(scope)} AND ${filters(input)}`;
  const { rows, total } = await readOrderPage(deps, where, input);
  return { orders: await toOrderViews(deps, rows), page: input.page, pageSize: input.pageSize, total };
}

/** Everybody's orders for staff, without codes and texts. Refusal: forbidden. */
export async function listAllOrders(
  deps: ReadDeps,
  actor: Actor,
  raw: ListOrdersInput & { userId?: string },
): Promise<Result<OrderPage<StaffOrderView>, "forbidden">> {
  if (!canReadAllOrders(actor)) return refuse("forbidden");
  const input = listOrdersSchema.parse(raw);
  const owner = raw.userId ? ownedBy(customerScopeOf(raw.userId)) : Prisma.sql`NOT o.is_sandbox`;
  const { rows, total } = await readOrderPage(deps, Prisma.sql`${owner} AND ${filters(input, true)}`, input);
  return ok({ orders: toStaffViews(deps, rows), page: input.page, pageSize: input.pageSize, total });
}
