import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { AddNumberInput } from "../number-schema";
import { canManageStock } from "../policy";
import { findOwnStock, readKnownShelves } from "../queries/known-shelves";
import { storeNumbers } from "./store-numbers";

/**
 * Adds one of our own numbers. Refusals: forbidden, value_taken (number), invalid_input (the field that names nothing
 * known, or a number of another country).
 */
export async function addNumber(
  deps: KernelDeps,
  actor: Actor,
  input: AddNumberInput,
): Promise<Result<{ numberId: string }>> {
  if (!canManageStock(actor)) return refuse("forbidden");
  const [known, providerId] = await Promise.all([readKnownShelves(deps), findOwnStock(deps, input.provider)]);
  if (!providerId) return refuse("invalid_input", { field: "provider" });
  const country = known.countries.get(input.country.toUpperCase());
  if (!country) return refuse("invalid_input", { field: "country" });
  if (!input.number.startsWith(`+${country.phoneCode}`)) return refuse("invalid_input", { field: "number" });
  const operatorId = input.operator ? known.operators.get(`${country.id}:${input.operator}`) : null;
  if (operatorId === undefined) return refuse("invalid_input", { field: "operator" });
  const serviceIds = [...new Set(input.services.map((code) => known.services.get(code)))];
  if (serviceIds.some((id) => id === undefined)) return refuse("invalid_input", { field: "services" });
  return inTransaction<Result<{ numberId: string }>>(deps, async (tx) => {
    const number = {
      line: 1,
      e164: input.number,
      countryId: country.id,
      operatorId,
      areaCode: input.areaCode || null,
      serviceIds: serviceIds.filter((id) => id !== undefined),
    };
    const added = await storeNumbers(tx, deps.ids, providerId, [number]);
    if (added === 0) throw new RefusalError("value_taken", { field: "number" });
    const { id } = await tx.phoneNumber.findUniqueOrThrow({
      where: { e164: input.number },
      select: { id: true },
    });
    await writeAudit(tx, actor, {
      action: "number.added",
      targetType: "phone_number",
      targetId: id,
      after: {
        number: input.number,
        country: input.country,
        operator: input.operator,
        services: input.services,
      },
    });
    return ok({ numberId: id });
  });
}
