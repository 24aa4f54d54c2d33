import { z } from "zod";
import { NO_FACTS, type PaymentFacts } from "./gateway-payment-state";

const micros = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(BigInt);
const amounts = { gatewayMicros: micros, walletMicros: micros };

const keptFacts = z.object({
  stage: z.enum(["CREATED", "PENDING", "DETECTED", "EXPIRED", "FAILED"]),
  receipts: z.record(z.string(), z.object(amounts)),
  refunds: z.record(z.string(), z.object({ ...amounts, status: z.enum(["PENDING", "SUCCEEDED", "FAILED"]) })),
  disputes: z.record(
    z.string(),
    z.object({
      ...amounts,
      status: z.enum(["WARNING", "OPEN", "WON", "LOST"]),
      withdrawn: z.boolean(),
      reinstated: z.boolean(),
    }),
  ),
});

/** The facts as a JSON column holds them: amounts are strings of micro-units. */
export function writeFacts(facts: PaymentFacts): z.input<typeof keptFacts> {
  const text = JSON.stringify(facts, (_, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  return JSON.parse(text) as z.input<typeof keptFacts>;
}

/** The facts of a row; nothing is known of one that never heard from its gateway. Throws on what we did not write. */
export function readFacts(kept: unknown): PaymentFacts {
  return kept === null || kept === undefined ? NO_FACTS : keptFacts.parse(kept);
}
