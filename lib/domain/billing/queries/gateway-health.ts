import type { Db, Tx } from "@/lib/db/client";
import { METHOD_TERMS, type TopUpMethod } from "../methods";

/** So many failures in a row and a gateway counts as down: staff is told, and customers are not sent there. */
export const FAILURES_UNTIL_DOWN = 3;

/** After so long without another failure somebody may try again. */
const PAUSE_SECONDS = 60;

/** Whether the gateway behind a way of paying is left alone for now. Real time: gateways live in it. */
export async function isGatewayDown(db: Db | Tx, method: TopUpMethod): Promise<boolean> {
  if (METHOD_TERMS[method].gateway === "CRYPTO") return false;
  const rows = await db.$queryRaw<{ method: string }[]>`
    SELECT method::text FROM gateway_states WHERE method = ${method}::"PaymentMethod"
      AND failures_in_row >= ${FAILURES_UNTIL_DOWN}
      AND last_failure_at > now() - make_interval(secs => ${PAUSE_SECONDS})`;
  return rows.length > 0;
}
