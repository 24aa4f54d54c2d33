import type { Actor } from "@/lib/domain/kernel/actor";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { METHOD_TERMS, TOP_UP_METHODS, type TopUpMethod } from "../methods";
import { canReadMoney } from "../policy";
import type { BillingDeps } from "../ports";
import type { ConnectionView } from "../schema";

/** The way of paying that a chain serves. */
const CHAINS: Partial<Record<ConnectionView["name"], TopUpMethod>> = {
  bitcoin: "CRYPTO_BTC",
  tron: "CRYPTO_USDT",
};

type ReadDeps = Pick<BillingDeps, "db" | "connections">;

function newest(times: readonly (Date | null | undefined)[]): string | null {
  const known = times.flatMap((time) => (time ? [time.getTime()] : []));
  return known.length > 0 ? new Date(Math.max(...known)).toISOString() : null;
}

/** Everybody whom paying asks, as configured, with their last answers, for staff. */
export async function readConnections(deps: ReadDeps, actor: Actor): Promise<ConnectionView[]> {
  if (!canReadMoney(actor)) throw new RefusalError("forbidden");
  const [states, readings] = await Promise.all([
    deps.db.gatewayState.findMany({ select: { method: true, lastOkAt: true, lastFailureAt: true } }),
    deps.db.rateReading.groupBy({ by: ["source"], _max: { fetchedAt: true } }),
  ]);
  return deps.connections.map((connection) => {
    const methods = TOP_UP_METHODS.filter(
      (method) =>
        CHAINS[connection.name] === method || METHOD_TERMS[method].gateway === connection.name.toUpperCase(),
    );
    const own = states.filter(({ method }) => methods.some((known) => known === method));
    const reading = readings.find(({ source }) => source === connection.name);
    return {
      ...connection,
      lastOkAt: newest([...own.map(({ lastOkAt }) => lastOkAt), reading?._max.fetchedAt]),
      lastFailureAt: newest(own.map(({ lastFailureAt }) => lastFailureAt)),
    };
  });
}
