import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { type Refusal, refuse } from "@/lib/domain/kernel/result";
import { type ProjectInput, projectSchema } from "../schema";

export interface ProjectFields {
  name: string;
  description: string;
  defaultCountryId: string | null;
  defaultServiceId: string | null;
  areaCode: string | null;
  monthlyLimitMicros: bigint | null;
}

/** What somebody asked for as columns. Refusals: invalid_input, bad_country, bad_service. */
export async function readProjectFields(
  deps: Pick<KernelDeps, "db">,
  raw: ProjectInput,
): Promise<{ ok: true; fields: ProjectFields } | Refusal<"invalid_input" | "bad_country" | "bad_service">> {
  const parsed = projectSchema.safeParse(raw);
  if (!parsed.success)
    return refuse("invalid_input", { field: parsed.error.issues[0]?.path.join(".") ?? "" });
  const { defaultCountry, defaultService, ...fields } = parsed.data;
  const [country, service] = await Promise.all([
    defaultCountry === null
      ? null
      : deps.db.country.findFirst({
          where: { iso2: defaultCountry, isCanonical: true, isActive: true },
          select: { id: true },
        }),
    defaultService === null
      ? null
      : deps.db.service.findFirst({ where: { slug: defaultService, isActive: true }, select: { id: true } }),
  ]);
  if (defaultCountry !== null && !country) return refuse("bad_country");
  if (defaultService !== null && !service) return refuse("bad_service");
  return {
    ok: true,
    fields: { ...fields, defaultCountryId: country?.id ?? null, defaultServiceId: service?.id ?? null },
  };
}

/** A project's fields as the audit trail shows them. */
export function projectFacts(fields: ProjectFields) {
  return {
    name: fields.name,
    description: fields.description,
    defaultCountryId: fields.defaultCountryId ?? "",
    defaultServiceId: fields.defaultServiceId ?? "",
    areaCode: fields.areaCode ?? "",
    monthlyLimitMicros: fields.monthlyLimitMicros?.toString() ?? "",
  };
}
