import { Prisma } from "@/lib/db/generated/client";
import { customerScope, type UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { canReadAllOrders } from "../policy";
import { orderIdSchema, orderNumberSchema } from "../schema";
import { ownedBy } from "./owned-by";

export interface FoundOrder {
  id: string;
  number: number;
  service: string;
  countryIso2: string;
  phone: string | null;
  /** It is the looker's own: the portal shows it, else the back office does. */
  isOwn: boolean;
}

const MIN_PHONE_DIGITS = 5;
const MIN_PART_DIGITS = 4;

/** `isOwn`: only one person's orders are looked through, so a part of a phone number may be asked for. */
function matching(typed: string, isOwn: boolean): Prisma.Sql | null {
  const id = orderIdSchema.safeParse(typed.trim());
  if (id.success) return Prisma.sql`o.id = ${id.data}::uuid`;
  const digits = typed.replace(/[\s()#-]/g, "");
  const number = orderNumberSchema.safeParse(digits);
  const byNumber = number.success ? Prisma.sql`o.number = ${number.data}::int` : null;
  const phone = /^\+?\d+$/.test(digits) ? digits.replace("+", "") : "";
  const byPart =
    isOwn && phone.length >= MIN_PART_DIGITS ? Prisma.sql`o.phone_e164 LIKE ${`%${phone}%`}` : null;
  const byWhole = phone.length >= MIN_PHONE_DIGITS ? Prisma.sql`o.phone_e164 = ${`+${phone}`}` : null;
  const byPhone = byPart ?? byWhole;
  if (byNumber && byPhone) return Prisma.sql`(${byNumber} OR ${byPhone})`;
  return byNumber ?? byPhone;
}

/**
 * Orders by id, number or phone number: one's own (a part of the phone number is enough), and everybody's for staff (by the
 * whole phone number). Newest first.
 */
export async function findOrders(
  deps: Pick<KernelDeps, "db">,
  actor: UserActor,
  typed: string,
  limit: number,
): Promise<FoundOrder[]> {
  const isStaff = canReadAllOrders(actor);
  const match = matching(typed, !isStaff);
  if (!match) return [];
  const whose = isStaff ? Prisma.sql`NOT o.is_sandbox` : ownedBy(customerScope(actor));
  return deps.db.$queryRaw<FoundOrder[]>`
    SELECT o.id, o.number, s.name AS service, c.iso2 AS "countryIso2", o.phone_e164 AS phone,
      o.user_id = ${actor.userId}::uuid AS "isOwn"
    FROM orders o JOIN services s ON s.id = o.service_id JOIN countries c ON c.id = o.country_id
    WHERE ${match} AND ${whose}
    ORDER BY o.start_at DESC
    LIMIT ${limit}`;
}
