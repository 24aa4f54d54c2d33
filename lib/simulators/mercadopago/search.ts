import type { MercadoPagoAccount } from "./account";
import { badRequest } from "./answers";
import { type Payment, shownPayment } from "./objects";

const SORT = {
  date_created: (payment: Payment) => payment.createdAt,
  date_last_updated: (payment: Payment) => payment.updatedAt,
  date_approved: (payment: Payment) => payment.approvedAt ?? 0,
} as const;

const isSortKey = (text: string): text is keyof typeof SORT => Object.hasOwn(SORT, text);

const DAY_MS = 86_400_000;
const MAX_LIMIT = 100;
const DEFAULT_LIMIT = 30;

/** "NOW", "NOW-30DAYS" or an ISO time. Null for anything else. */
function moment(text: string | undefined, missing: number, now: number): number | null {
  if (text === undefined) return missing;
  const relative = /^NOW(?:-(\d+)DAYS?)?$/.exec(text);
  if (relative) return now - Number(relative[1] ?? 0) * DAY_MS;
  const parsed = Date.parse(text);
  return Number.isNaN(parsed) ? null : parsed;
}

/** GET /v1/payments/search: by reference and by a range of one of the times. */
export function searchPayments(
  account: MercadoPagoAccount,
  query: Record<string, string>,
  pageUrl: string,
): Response {
  const now = account.options.clock.now();
  const range = query.range ?? "date_created";
  const sort = query.sort ?? "date_created";
  const begin = moment(query.begin_date, 0, now);
  const end = moment(query.end_date, Number.MAX_SAFE_INTEGER, now);
  if (!isSortKey(range) || !isSortKey(sort) || begin === null || end === null)
    return badRequest("invalid search");
  const limit = Math.min(Number(query.limit ?? DEFAULT_LIMIT) || DEFAULT_LIMIT, MAX_LIMIT);
  const offset = Number(query.offset ?? 0) || 0;
  const direction = query.criteria === "desc" ? -1 : 1;
  const found = [...account.payments.values()]
    .filter((payment) => !query.external_reference || payment.externalReference === query.external_reference)
    .filter((payment) => SORT[range](payment) >= begin && SORT[range](payment) <= end)
    .sort((left, right) => direction * (SORT[sort](left) - SORT[sort](right) || left.id - right.id));
  return Response.json({
    paging: { total: found.length, limit, offset },
    results: found.slice(offset, offset + limit).map((payment) => shownPayment(payment, pageUrl)),
  });
}
