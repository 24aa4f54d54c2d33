import { Prisma } from "@/lib/db/generated/client";

/** Whether unmatched money with this id at its gateway was decided about by a person, whatever they decided. */
export function isStrayDecided(gateway: Prisma.Sql, paymentId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM unmatched_payments u
    WHERE u.gateway = ${gateway} AND u.gateway_payment_id = ${paymentId} AND u.status <> 'OPEN')`;
}

/** Whether a line of the statement (`line` is its alias) is what a person credited for unmatched money. */
export function isStrayCredit(line: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM unmatched_payments u
    WHERE u.gateway = ${line}.gateway AND u.gateway_payment_id = ${line}.gateway_transaction_id
      AND u.status IN ('CREDITED', 'MATCHED'))`;
}
