import type { Deps } from "@/lib/deps";
import { importCatalogue } from "@/prisma/seed/import-catalogue";
import type { CommandOutcome } from "../output";

/** Adds what the catalogue lacks; with --if-empty only where there is none. */
export async function catalogImportCommand(
  deps: Deps,
  _args: string[],
  options: Record<string, string | boolean | undefined>,
): Promise<CommandOutcome> {
  const added = await importCatalogue(deps, { onlyIfEmpty: options.ifEmpty === true });
  const isNew = added.services + added.countries + added.operators > 0;
  return {
    lines: [
      isNew
        ? `Added: ${added.services} services, ${added.countries} countries, ${added.operators} operators.`
        : "The catalogue was there already.",
    ],
    json: added,
  };
}
