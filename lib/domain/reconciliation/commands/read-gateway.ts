import type { BillingDeps } from "@/lib/domain/billing/ports";
import { toDecimal } from "@/lib/domain/kernel/money";
import type { GatewayMovement, GatewayMovementKind, Period } from "@/lib/domain/payments/types";
import type { RunSource } from "../types";

const DAY_MS = 86_400_000;
/** How far the first comparison looks back, and how far each looks back again: gateways book late. */
const FIRST_DAYS = 30;
const AGAIN_DAYS = 3;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const KIND: Record<GatewayMovementKind, string> = {
  receipt: "RECEIPT",
  refund: "REFUND",
  refund_reversed: "REFUND_REVERSED",
  dispute_withdrawn: "DISPUTE_WITHDRAWN",
  dispute_reinstated: "DISPUTE_REINSTATED",
};

type CardGateway = "STRIPE" | "MERCADOPAGO";

/** Puts what the gateway tells of a period in the place of what it told before. */
async function replaceMovements(
  deps: Pick<BillingDeps, "db">,
  gateway: CardGateway,
  { from, to }: Period,
  movements: readonly GatewayMovement[],
): Promise<void> {
  const rows = new Map(
    movements
      .filter(({ amount }) => amount.micros > 0n)
      .map(({ kind, objectId, reference, amount, feeMicros, at }) => [
        `${kind}:${objectId}`,
        {
          kind: KIND[kind],
          object_id: objectId,
          invoice_id: reference !== null && UUID.test(reference) ? reference : null,
          currency: amount.currency,
          amount: toDecimal(amount.micros),
          fee: toDecimal(feeMicros),
          moved_at: at.toISOString(),
        },
      ]),
  );
  // One statement: what is told, what is told no more, and how far it was told stand or fall together.
  await deps.db.$executeRaw`
    WITH told AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb) AS t (kind text, object_id text,
        invoice_id uuid, currency text, amount numeric, fee numeric, moved_at timestamptz)),
    kept AS (
      INSERT INTO gateway_movements AS known (gateway, kind, object_id, invoice_id, currency, amount, fee, moved_at)
      SELECT ${gateway}::"Gateway", kind::"MovementKind", object_id, invoice_id, currency, amount, fee, moved_at FROM told
      ON CONFLICT (gateway, kind, object_id) DO UPDATE SET invoice_id = excluded.invoice_id, currency = excluded.currency,
        amount = excluded.amount, fee = excluded.fee, moved_at = excluded.moved_at, seen_at = now()),
    gone AS (
      DELETE FROM gateway_movements m
      WHERE m.gateway = ${gateway}::"Gateway" AND m.moved_at >= ${from} AND m.moved_at < ${to}
        AND NOT EXISTS (SELECT 1 FROM told t WHERE t.kind = m.kind::text AND t.object_id = m.object_id))
    INSERT INTO gateway_cursors (gateway, movements_from, movements_to, updated_at)
    VALUES (${gateway}::"Gateway", ${from}, ${to}, now())
    ON CONFLICT (gateway) DO UPDATE SET movements_to = excluded.movements_to, updated_at = now(),
      movements_from = coalesce(gateway_cursors.movements_from, excluded.movements_from)`;
}

/** Reads a gateway's own books since a little before where the last reading stopped. What it told before is kept. */
export async function readGateway(deps: BillingDeps, name: "stripe" | "mercadopago"): Promise<RunSource> {
  const row: CardGateway = name === "stripe" ? "STRIPE" : "MERCADOPAGO";
  const gateway = deps.paymentGateways.byName(name);
  const known = await deps.db.gatewayCursor.findUnique({ where: { gateway: row } });
  const to = deps.clock.now();
  const from = known?.movementsTo
    ? new Date(known.movementsTo.getTime() - AGAIN_DAYS * DAY_MS)
    : new Date(to.getTime() - FIRST_DAYS * DAY_MS);
  const period = { from: from.toISOString(), to: to.toISOString() };
  if (!gateway)
    return { gateway: row, answer: "off", reason: "method_off", movements: 0, from: null, to: null };
  const answer = await gateway.listMovements({ from, to });
  if (!answer.ok) {
    deps.log.warn({ gateway: name, reason: answer.reason }, "a gateway's books could not be read");
    return { gateway: row, answer: "unavailable", reason: answer.reason, movements: 0, ...period };
  }
  await replaceMovements(deps, row, { from, to }, answer.movements);
  return { gateway: row, answer: "read", reason: null, movements: answer.movements.length, ...period };
}
