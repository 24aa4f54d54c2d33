import { Prisma } from "@/lib/db/generated/client";
import type { CustomerScope } from "@/lib/domain/kernel/actor";

/** Of `orders o`, those that are in the scope: one person's, and either the real ones or the sandbox's, never both. */
export function ownedBy(scope: CustomerScope): Prisma.Sql {
  return Prisma.sql`(o.user_id = ${scope.userId}::uuid AND o.is_sandbox = ${scope.isSandbox}::boolean)`;
}
