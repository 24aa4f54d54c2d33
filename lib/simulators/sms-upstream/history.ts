import { CURRENCY_USD, price, time } from "./rows";
import type { Activation, SmsUpstream } from "./upstream";

const MAX_ROWS = 100;
const DEFAULT_ROWS = 50;

/** Unix seconds as milliseconds; null for what is no time. */
function moment(text: string | undefined, missing: number): number | null {
  if (text === undefined) return missing;
  return /^\d{1,11}$/.test(text) ? Number(text) * 1_000 : null;
}

function row(upstream: SmsUpstream, activation: Activation) {
  return {
    id: activation.id,
    date: time(activation.createdAt),
    phone: activation.phone,
    sms: activation.messages.at(-1)?.text ?? null,
    // What is still live has not cost anything yet.
    cost: upstream.isLive(activation) ? 0 : price(activation.costMicros),
    status: activation.status,
    currency: CURRENCY_USD,
  };
}

/** getHistory: newest first, between `start` and `end` (Unix seconds), by `offset` and `limit`. */
export function history(upstream: SmsUpstream, p: Record<string, string>): string | object {
  const from = moment(p.start, 0);
  const to = moment(p.end, Number.MAX_SAFE_INTEGER);
  if (from === null || to === null || from > to) return "WRONG_DATE";
  const offset = Number(p.offset ?? 0) || 0;
  const limit = Math.min(Number(p.limit ?? DEFAULT_ROWS) || DEFAULT_ROWS, MAX_ROWS);
  return [...upstream.activations.values()]
    .filter(({ createdAt }) => createdAt >= from && createdAt <= to)
    .reverse()
    .slice(offset, offset + limit)
    .map((activation) => row(upstream, upstream.settle(activation)));
}
