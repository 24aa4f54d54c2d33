import { Prisma } from "@/lib/db/generated/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { WALLET_LINE_STATUSES, WALLET_LINE_TYPES } from "@/lib/domain/wallet/schema";
import { dayOf, isUuid, nextDay } from "./filter-values";

type ReadDeps = Pick<KernelDeps, "db">;

/** All optional; what cannot be is left out. Days are UTC, both included. */
export interface TransactionFilter {
  /**
   * An id (of the line, its order, invoice or customer), a gateway's reference or address, the number of an order, invoice or
   * withdrawal, a username or e-mail, or beginnings of words of what it says.
   */
  search?: string;
  type?: string;
  status?: string;
  gateway?: string;
  currency?: string;
  /** A username, an e-mail or an id. */
  person?: string;
  from?: string;
  to?: string;
  /** Bounds of the amount without its sign, decimals: "0.35". */
  least?: string;
  most?: string;
}

export const TRANSACTION_GATEWAYS = ["STRIPE", "MERCADOPAGO", "CRYPTO", "INTERNAL", "SANDBOX"] as const;

/** The unique indexes over references lead with the gateway, so all of them are named. */
const GATEWAYS = Prisma.sql`ANY(${[...TRANSACTION_GATEWAYS]}::"Gateway"[])`;

/** What PostgreSQL is asked for: lines with all of these beginnings of words. As in its index, ASCII signs part words. */
function toWordQuery(search: string): string {
  const words = search.split(/[\s!-/:-@[-`{-~]+/).filter((word) => word !== "");
  return words.map((word) => `'${word}':*`).join(" & ");
}

/** Numbers that people read, of whatever has lines. */
function numberOf(search: string): number | null {
  const number = Number(/^#?(\d{1,9})$/.exec(search)?.[1]);
  return number > 0 ? number : null;
}

/** Each way is an index of its own: what is typed is looked up first, so that no way needs another table's rows. */
async function searched({ db }: ReadDeps, search: string): Promise<Prisma.Sql[]> {
  if (search === "") return [];
  if (isUuid(search)) {
    const id = Prisma.sql`${search}::uuid`;
    return [Prisma.sql`(l.id = ${id} OR l.order_id = ${id} OR l.invoice_id = ${id} OR l.user_id = ${id})`];
  }
  const number = numberOf(search);
  const name = search.toLowerCase();
  const [found] = await db.$queryRaw<
    { orders: string[]; invoices: string[]; holds: bigint[]; users: string[] }[]
  >`
    SELECT ARRAY(SELECT id FROM orders WHERE number = ${number}::int) AS orders,
      ARRAY(SELECT id FROM invoices WHERE number = ${number}::int OR address = ${search}
          OR (gateway = ${GATEWAYS} AND gateway_reference = ${search})
        UNION SELECT invoice_id FROM payments WHERE gateway = ${GATEWAYS} AND gateway_payment_id = ${search}) AS invoices,
      ARRAY(SELECT hold_id FROM withdrawals WHERE number = ${number}::int AND hold_id IS NOT NULL) AS holds,
      ARRAY(SELECT id FROM users WHERE username = ${name} OR email = ${name}) AS users`;
  const ways = [Prisma.sql`(l.gateway = ${GATEWAYS} AND l.gateway_transaction_id = ${search})`];
  const query = toWordQuery(search);
  if (query !== "") ways.push(Prisma.sql`line_words(l.description) @@ to_tsquery('simple', ${query})`);
  if (found?.orders.length) ways.push(Prisma.sql`l.order_id = ANY(${found.orders}::uuid[])`);
  if (found?.invoices.length) ways.push(Prisma.sql`l.invoice_id = ANY(${found.invoices}::uuid[])`);
  if (found?.holds.length) ways.push(Prisma.sql`l.hold_id = ANY(${found.holds}::bigint[])`);
  if (found?.users.length) ways.push(Prisma.sql`l.user_id = ANY(${found.users}::uuid[])`);
  return [Prisma.sql`(${Prisma.join(ways, " OR ")})`];
}

async function ofPerson({ db }: ReadDeps, person: string): Promise<Prisma.Sql[]> {
  if (person === "") return [];
  if (isUuid(person)) return [Prisma.sql`l.user_id = ${person}::uuid`];
  const name = person.toLowerCase();
  const users = await db.user.findMany({
    where: { OR: [{ username: name }, { email: name }] },
    select: { id: true },
  });
  return [Prisma.sql`l.user_id = ANY(${users.map(({ id }) => id)}::uuid[])`];
}

/** Both bounds hold for the amount whichever way it went. */
function ofAmount(least: bigint | null, most: bigint | null): Prisma.Sql[] {
  const parts: Prisma.Sql[] = [];
  if (least !== null && least > 0n)
    parts.push(Prisma.sql`(l.amount_micros >= ${least} OR l.amount_micros <= ${-least})`);
  if (most !== null && most >= 0n) parts.push(Prisma.sql`l.amount_micros BETWEEN ${-most} AND ${most}`);
  return parts;
}

function ofFacts(filter: TransactionFilter): Prisma.Sql[] {
  const parts: Prisma.Sql[] = [];
  const type = WALLET_LINE_TYPES.find((known) => known === filter.type);
  if (type) parts.push(Prisma.sql`l.type = ${type}::"WalletTransactionType"`);
  const status = WALLET_LINE_STATUSES.find((known) => known === filter.status);
  if (status) parts.push(Prisma.sql`l.status = ${status}::"WalletTransactionStatus"`);
  const gateway = TRANSACTION_GATEWAYS.find((known) => known === filter.gateway);
  if (gateway) parts.push(Prisma.sql`l.gateway = ${gateway}::"Gateway"`);
  const currency = filter.currency?.trim().toUpperCase();
  if (currency) parts.push(Prisma.sql`l.currency = ${currency}`);
  const [from, to] = [dayOf(filter.from), dayOf(filter.to)];
  if (from) parts.push(Prisma.sql`l.created_at >= ${from}`);
  if (to) parts.push(Prisma.sql`l.created_at < ${nextDay(to)}`);
  return parts;
}

/** What a line `l` of wallet_transactions must be to match. */
export async function matchingLines(deps: ReadDeps, filter: TransactionFilter): Promise<Prisma.Sql> {
  const parts = [
    ...(await searched(deps, filter.search?.trim() ?? "")),
    ...(await ofPerson(deps, filter.person?.trim() ?? "")),
    ...ofAmount(parseDecimal(filter.least ?? ""), parseDecimal(filter.most ?? "")),
    ...ofFacts(filter),
  ];
  return parts.length === 0 ? Prisma.sql`true` : Prisma.join(parts, " AND ");
}
