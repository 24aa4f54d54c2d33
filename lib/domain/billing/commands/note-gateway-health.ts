import type { PaymentGateway } from "@/lib/domain/payments/ports";
import type { GatewayRefusalReason } from "@/lib/domain/payments/types";
import { type CryptoMethod, METHOD_TERMS, TOP_UP_METHODS } from "../methods";
import type { BillingDeps } from "../ports";
import { FAILURES_UNTIL_DOWN } from "../queries/gateway-health";
import { endAlert, raiseAlert } from "./raise-alert";

/** What says something about the gateway. Everything else, a plain no too, is an answer of one that is well. */
const FAILURES: ReadonlySet<GatewayRefusalReason> = new Set(["gateway_unavailable", "gateway_misconfigured"]);

/** How often a chain that answers each second is noted again. */
const NOTED_EVERY = "20 seconds";

/** Remembers that the chain of a way of paying answered, or did not: invoices are watched whether it does or not. */
export async function noteChainHealth(
  deps: Pick<BillingDeps, "db">,
  method: CryptoMethod,
  error: string | null,
): Promise<void> {
  const { minimumMicros, maximumMicros, feeBps } = METHOD_TERMS[method];
  await deps.db.$executeRaw`
    INSERT INTO gateway_states AS s (method, minimum_micros, maximum_micros, fee_bps, last_ok_at, last_failure_at, last_error)
    VALUES (${method}::"PaymentMethod", ${minimumMicros}, ${maximumMicros}, ${feeBps},
      CASE WHEN ${error === null} THEN now() END, CASE WHEN ${error !== null} THEN now() END, ${error})
    ON CONFLICT (method) DO UPDATE SET
      last_ok_at = coalesce(EXCLUDED.last_ok_at, s.last_ok_at),
      last_failure_at = coalesce(EXCLUDED.last_failure_at, s.last_failure_at),
      last_error = coalesce(EXCLUDED.last_error, s.last_error), updated_at = now()
    WHERE CASE WHEN EXCLUDED.last_error IS NULL THEN s.last_ok_at ELSE s.last_failure_at END IS NULL
      OR CASE WHEN EXCLUDED.last_error IS NULL THEN s.last_ok_at ELSE s.last_failure_at END
        < now() - ${NOTED_EVERY}::interval`;
}

/** Remembers how a gateway's last answer was, for every way of paying it serves; told when it stays away, and back. */
export async function noteGatewayHealth(
  deps: BillingDeps,
  name: PaymentGateway["name"],
  refusal: GatewayRefusalReason | null,
): Promise<void> {
  const failure = refusal !== null && FAILURES.has(refusal) ? refusal : null;
  const methods = TOP_UP_METHODS.filter((method) => METHOD_TERMS[method].gateway === name.toUpperCase());
  let failuresInRow = 0;
  for (const method of methods) {
    const { minimumMicros, maximumMicros, feeBps } = METHOD_TERMS[method];
    const rows = await deps.db.$queryRaw<{ failures_in_row: number }[]>`
      INSERT INTO gateway_states AS s (method, minimum_micros, maximum_micros, fee_bps, last_ok_at, last_failure_at, last_error, failures_in_row)
      VALUES (${method}::"PaymentMethod", ${minimumMicros}, ${maximumMicros}, ${feeBps},
        CASE WHEN ${failure === null} THEN now() END, CASE WHEN ${failure !== null} THEN now() END, ${failure},
        CASE WHEN ${failure !== null} THEN 1 ELSE 0 END)
      ON CONFLICT (method) DO UPDATE SET
        last_ok_at = coalesce(EXCLUDED.last_ok_at, s.last_ok_at),
        last_failure_at = coalesce(EXCLUDED.last_failure_at, s.last_failure_at),
        last_error = coalesce(EXCLUDED.last_error, s.last_error),
        failures_in_row = CASE WHEN EXCLUDED.failures_in_row = 0 THEN 0 ELSE s.failures_in_row + 1 END,
        updated_at = now()
      RETURNING failures_in_row`;
    failuresInRow = Math.max(failuresInRow, rows[0]?.failures_in_row ?? 0);
  }
  if (failure === null) return endAlert(deps, `gateway-down:${name}`);
  if (failuresInRow < FAILURES_UNTIL_DOWN) return;
  await raiseAlert(deps, {
    key: `gateway-down:${name}`,
    kind: "gateway_down",
    level: "CRITICAL",
    details: { gateway: name, failures: failuresInRow },
  });
}
