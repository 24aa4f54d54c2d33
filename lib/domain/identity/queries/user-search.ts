import ipaddr from "ipaddr.js";
import { Prisma } from "@/lib/db/generated/client";
import { UUID } from "../queries";

export interface UserFilter {
  /** Part of a name or e-mail address; a whole id, phone, rented number, order number, deposit or network address. */
  search?: string;
  role?: string;
  status?: string;
  level?: string;
}

const MAX_INT = 2_147_483_647;
const MIN_PHONE_DIGITS = 6;

function byDigits(typed: string): Prisma.Sql[] {
  const digits = typed.replace(/[\s()#-]/g, "");
  if (!/^\+?\d{1,15}$/.test(digits)) return [];
  const found: Prisma.Sql[] = [];
  const number = Number(digits);
  if (!digits.startsWith("+") && number >= 1 && number <= MAX_INT)
    found.push(
      Prisma.sql`u.id IN (SELECT o.user_id FROM orders o WHERE o.number = ${number}::int AND NOT o.is_sandbox)`,
    );
  if (digits.length > MIN_PHONE_DIGITS) {
    const phone = `+${digits.replace("+", "")}`;
    found.push(Prisma.sql`u.phone = ${phone}`);
    found.push(
      Prisma.sql`u.id IN (SELECT o.user_id FROM orders o WHERE o.phone_e164 = ${phone} AND NOT o.is_sandbox)`,
    );
  }
  return found;
}

function searched(search: string): Prisma.Sql {
  if (search === "") return Prisma.sql`true`;
  if (UUID.test(search))
    return Prisma.sql`(u.id = ${search}::uuid OR u.id IN (SELECT o.user_id FROM orders o WHERE o.id = ${search}::uuid AND NOT o.is_sandbox))`;
  if (/[.:]/.test(search) && ipaddr.isValid(search))
    return Prisma.sql`u.id IN (SELECT s.user_id FROM sessions s WHERE s.ip_address = ${search}
      UNION SELECT e.user_id FROM login_events e WHERE e.ip_address = ${search} AND e.user_id IS NOT NULL)`;
  const word = search.replace(/[\\%_]/g, "\\$&");
  const like = `%${word.toLowerCase()}%`;
  // Names and addresses are kept in lower case; what a person calls themselves is not.
  const texts = [
    Prisma.sql`u.username LIKE ${like}`,
    Prisma.sql`u.email LIKE ${like}`,
    Prisma.sql`u.display_name ILIKE ${`%${word}%`}`,
    // The address that a crypto invoice waits at is one person's.
    Prisma.sql`u.id IN (SELECT i.user_id FROM invoices i WHERE i.address = ${search})`,
  ];
  return Prisma.sql`(${Prisma.join([...texts, ...byDigits(search)], " OR ")})`;
}

/** Which people a list shows; the table is called u. */
export function matchingUsers({ search = "", role, status, level }: UserFilter): Prisma.Sql {
  const parts = [searched(search.trim())];
  if (role === "CUSTOMER" || role === "SUPPORT" || role === "ADMIN")
    parts.push(Prisma.sql`u.role = ${role}::"Role"`);
  if (status === "ACTIVE" || status === "SUSPENDED")
    parts.push(Prisma.sql`u.status = ${status}::"UserStatus"`);
  if (level && /^[0-3]$/.test(level)) parts.push(Prisma.sql`u.verification_level = ${Number(level)}::int`);
  return Prisma.join(parts, " AND ");
}
