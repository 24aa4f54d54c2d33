import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import {
  type CheckedRow,
  checkRow,
  hasNumberColumns,
  MAX_IMPORT_LINKS,
  MAX_IMPORT_ROWS,
  type ReadNumber,
  readCsv,
} from "../number-file";
import { canManageStock } from "../policy";
import { findOwnStock, readKnownShelves } from "../queries/known-shelves";
import type { ImportReport } from "../types";
import { storeNumbers } from "./store-numbers";

const SHOWN_EXAMPLES = 100;
const LOOKUP_BATCH = 10_000;
const IMPORT_TIMEOUT_MS = 180_000;
/** Other work goes on while a long file is read. */
const ROWS_AT_ONCE = 5_000;

export interface ImportRequest {
  text: string;
  /** Code of the provider of own stock; empty: the first. */
  provider: string;
  /** What the file is called where it lies; empty where nobody says. */
  fileName: string;
}

export interface CheckedFile {
  rows: CheckedRow[];
  valid: ReadNumber[];
}

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

async function findKnownNumbers(deps: Pick<KernelDeps, "db">, numbers: string[]): Promise<Set<string>> {
  const there = new Set<string>();
  for (let from = 0; from < numbers.length; from += LOOKUP_BATCH) {
    const rows = await deps.db.$queryRaw<{ e164: string }[]>`
      SELECT e164 FROM phone_numbers WHERE e164 = ANY(${numbers.slice(from, from + LOOKUP_BATCH)})`;
    for (const { e164 } of rows) there.add(e164);
  }
  return there;
}

/** Reads a whole file and says of each row what it is. Nothing is written. */
export async function checkNumberFile(
  deps: KernelDeps,
  actor: Actor,
  { text }: Pick<ImportRequest, "text">,
): Promise<Result<CheckedFile>> {
  if (!canManageStock(actor)) return refuse("forbidden");
  const known = await readKnownShelves(deps);
  const lines = readCsv(text);
  const head = lines.next();
  if (head.done || !hasNumberColumns(head.value)) return refuse("file_wrong_columns");
  const rows: CheckedRow[] = [];
  const seen = new Set<string>();
  let line = 1;
  for (const cells of lines) {
    line += 1;
    if (cells.length === 1 && cells[0]?.trim() === "") continue;
    if (rows.length >= MAX_IMPORT_ROWS) return refuse("file_too_many_rows", { limit: MAX_IMPORT_ROWS });
    const row = checkRow(cells, line, known);
    const isRepeated = row.problem === null && seen.has(row.read.e164);
    if (row.problem === null) seen.add(row.read.e164);
    rows.push(isRepeated ? { line, number: row.number, problem: "duplicate_in_file" } : row);
    if (rows.length % ROWS_AT_ONCE === 0) await breathe();
  }
  const there = await findKnownNumbers(deps, [...seen]);
  const checked = rows.map((row) =>
    row.problem === null && there.has(row.read.e164)
      ? ({ line: row.line, number: row.number, problem: "already_there" } as const)
      : row,
  );
  const valid = checked.flatMap((row) => (row.problem === null ? [row.read] : []));
  const links = valid.reduce((sum, number) => sum + number.serviceIds.length, 0);
  if (links > MAX_IMPORT_LINKS) return refuse("file_too_many_rows", { limit: MAX_IMPORT_LINKS });
  return ok({ rows: checked, valid });
}

/** The counts of a checked file, with the first rows that cannot be taken. */
export function reportOf({ rows, valid }: CheckedFile, added: number | null): ImportReport {
  const problems: ImportReport["problems"] = {};
  const examples: ImportReport["examples"] = [];
  for (const { line, number, problem } of rows) {
    if (problem === null) continue;
    problems[problem] = (problems[problem] ?? 0) + 1;
    if (examples.length < SHOWN_EXAMPLES) examples.push({ line, number, problem });
  }
  const links = valid.reduce((sum, number) => sum + number.serviceIds.length, 0);
  return { total: rows.length, valid: valid.length, links, problems, examples, added };
}

/**
 * Imports the valid rows of a file, all in one transaction. `expected` is what the dry run counted: another count means
 * that the stock changed since. `onStored` hears how far it is; before the end nothing is kept. Refusals: forbidden, file_wrong_columns, file_too_many_rows, invalid_input (provider),
 * changed_meanwhile, not_found (nothing valid).
 */
export async function importNumbers(
  deps: KernelDeps,
  actor: Actor,
  request: ImportRequest & { expected: number },
  onStored?: (stored: number, of: number) => void,
): Promise<Result<{ report: ImportReport; file: CheckedFile }>> {
  const checked = await checkNumberFile(deps, actor, request);
  if (!checked.ok) return checked;
  const { valid } = checked;
  if (valid.length !== request.expected) return refuse("conflict", { valid: valid.length });
  if (valid.length === 0) return refuse("not_found");
  const providerId = await findOwnStock(deps, request.provider);
  if (!providerId) return refuse("invalid_input", { field: "provider" });
  const importId = deps.ids.uuid();
  const importedById = actor.kind === "user" ? actor.userId : null;
  const added = await deps.db.$transaction(
    async (tx) => {
      const { fileName } = request;
      const rows = checked.rows.length;
      // The numbers name it, so it stands first; what another import took meanwhile is known afterwards.
      const data = { id: importId, fileName, providerId, importedById, rows, added: 0, refused: rows };
      await tx.numberImport.create({ data });
      const count = await storeNumbers(tx, deps.ids, providerId, valid, {
        importId,
        onStored: (stored) => onStored?.(stored, valid.length),
      });
      await tx.numberImport.update({
        where: { id: importId },
        data: { added: count, refused: rows - count },
      });
      const report = reportOf(checked, count);
      await writeAudit(tx, actor, {
        action: "numbers.imported",
        targetType: "number_import",
        targetId: importId,
        after: {
          fileName,
          rows: report.total,
          added: count,
          links: report.links,
          problems: { ...report.problems },
        },
      });
      return count;
    },
    { maxWait: 10_000, timeout: IMPORT_TIMEOUT_MS },
  );
  return ok({ report: reportOf(checked, added), file: checked });
}
