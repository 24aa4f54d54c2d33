import { z } from "zod";
import type { Prisma } from "@/lib/db/generated/client";
import { NO_FACTS, type PaymentFacts } from "@/lib/domain/payments/gateway-payment-state";

const micros = z
  .string()
  .regex(/^-?\d+$/)
  .transform(BigInt);
const amounts = { gatewayMicros: micros, walletMicros: micros };

const schema = z.object({
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

/** Facts as the database keeps them; a payment that nobody has spoken of yet has none. Throws when they are damaged. */
export function parseFacts(stored: Prisma.JsonValue): PaymentFacts {
  const isEmpty = typeof stored === "object" && stored !== null && Object.keys(stored).length === 0;
  return isEmpty ? NO_FACTS : schema.parse(stored);
}

export function factsToJson(facts: PaymentFacts): Prisma.InputJsonObject {
  const text = JSON.stringify(facts, (_key, value) => (typeof value === "bigint" ? value.toString() : value));
  return JSON.parse(text) as Prisma.InputJsonObject;
}
