import type { Tx } from "@/lib/db/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { ReadNumber } from "../number-file";

const BATCH = 5_000;

/**
 * Writes numbers and the services they are offered for, in batches of one transaction. They name the import they come
 * from; `onStored` hears how many are through. Returns how many are new.
 */
export async function storeNumbers(
  tx: Tx,
  ids: KernelDeps["ids"],
  providerId: string,
  numbers: readonly ReadNumber[],
  from: { importId: string | null; onStored?: (stored: number) => void } = { importId: null },
): Promise<number> {
  const { importId, onStored } = from;
  let added = 0;
  for (let first = 0; first < numbers.length; first += BATCH) {
    const rows = numbers.slice(first, first + BATCH).map((number) => ({ ...number, id: ids.uuid() }));
    added += await tx.$executeRaw`
      INSERT INTO phone_numbers (id, e164, country_id, operator_id, area_code, import_id, updated_at)
      SELECT j.id, j.e164, j."countryId", j."operatorId", j."areaCode", ${importId}::uuid, now()
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS j (id uuid, e164 text, "countryId" uuid, "operatorId" uuid, "areaCode" text)
      ON CONFLICT (e164) DO NOTHING`;
    const links = rows.flatMap(({ id, countryId, serviceIds }) =>
      serviceIds.map((serviceId) => ({ id: ids.uuid(), numberId: id, serviceId, countryId })),
    );
    for (let at = 0; at < links.length; at += BATCH * 4) {
      await tx.$executeRaw`
        INSERT INTO phone_number_services (id, phone_number_id, service_id, provider_id, country_id)
        SELECT j.id, j."numberId", j."serviceId", ${providerId}::uuid, j."countryId"
        FROM jsonb_to_recordset(${JSON.stringify(links.slice(at, at + BATCH * 4))}::jsonb)
          AS j (id uuid, "numberId" uuid, "serviceId" uuid, "countryId" uuid)
        JOIN phone_numbers p ON p.id = j."numberId"`;
    }
    onStored?.(first + rows.length);
  }
  return added;
}
