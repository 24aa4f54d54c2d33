import type { KernelDeps } from "@/lib/domain/kernel/deps";

export interface OperatorChoice {
  /** "claro" */
  code: string;
  name: string;
}

/** The mobile operators of a country (ISO code) by which numbers can be had now: of one service (slug) where it is given. */
export function listSoldOperators(
  deps: Pick<KernelDeps, "db">,
  { country, service = null }: { country: string; service?: string | null },
): Promise<OperatorChoice[]> {
  return deps.db.$queryRaw<OperatorChoice[]>`
    SELECT op.code, op.name FROM operators op
    JOIN countries c ON c.id = op.country_id AND c.iso2 = ${country.toUpperCase()} AND c.is_canonical AND c.is_active
    WHERE EXISTS (
        SELECT FROM supplier_offers o
        JOIN services s ON s.id = o.service_id AND (${service}::text IS NULL OR s.slug = ${service})
        JOIN providers p ON p.id = o.provider_id AND p.is_active AND p.kind <> 'OWN_STOCK'
          AND (p.paused_until IS NULL OR p.paused_until <= now())
        WHERE o.operator_id = op.id AND o.count > 0)
      OR EXISTS (
        SELECT FROM phone_numbers number
        JOIN phone_number_services n ON n.phone_number_id = number.id
          AND n.is_allowed AND n.used_at IS NULL AND n.live_order_id IS NULL
        JOIN services s ON s.id = n.service_id AND (${service}::text IS NULL OR s.slug = ${service})
        JOIN providers p ON p.id = n.provider_id AND p.is_active AND p.kind = 'OWN_STOCK'
        WHERE number.operator_id = op.id AND number.is_active)
    ORDER BY lower(op.name), op.code`;
}
