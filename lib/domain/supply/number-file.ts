import { E164, plainNumber } from "./number-schema";
import type { ImportProblem } from "./types";

export const NUMBER_COLUMNS = ["number", "country", "operator", "area_code", "services"] as const;
export const MAX_IMPORT_ROWS = 100_000;
/** What an import of numbers with all their services may write at most. */
export const MAX_IMPORT_LINKS = 500_000;
const MAX_CELL = 400;

/** Reads RFC 4180 text line by line, with quotes; a semicolon file is told by its first line. */
export function* readCsv(text: string): Generator<string[], void> {
  const source = text.replace(/^\uFEFF/, "");
  const head = source.slice(0, source.search(/[\r\n]|$/));
  const delimiter = head.includes(";") && !head.includes(",") ? ";" : ",";
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at];
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === "") isQuoted = true;
    else if (sign === delimiter) {
      row.push(cell);
      cell = "";
    } else if (sign === "\n" || sign === "\r") {
      if (sign === "\r" && source[at + 1] === "\n") at += 1;
      row.push(cell);
      yield row;
      row = [];
      cell = "";
    } else cell += sign;
  }
  if (cell !== "" || row.length > 0) yield [...row, cell];
}

/** What the catalogue knows, by what a file may call it. */
export interface KnownShelves {
  /** By ISO code and by the protocol's number. */
  countries: ReadonlyMap<string, { id: string; phoneCode: string }>;
  /** By country id and code. */
  operators: ReadonlyMap<string, string>;
  /** By code and slug. */
  services: ReadonlyMap<string, string>;
}

export interface ReadNumber {
  line: number;
  e164: string;
  countryId: string;
  operatorId: string | null;
  areaCode: string | null;
  serviceIds: string[];
}

export type CheckedRow = { line: number; number: string } & (
  | { problem: ImportProblem }
  | { problem: null; read: ReadNumber }
);

/** What a spreadsheet would run. The plus of a number is none. */
function isFormula(cell: string, isNumber: boolean): boolean {
  if (isNumber && /^\+[\d\s().-]*$/.test(cell)) return false;
  return /^[=+\-@\t]/.test(cell);
}

/** One row against the catalogue. Duplicates and what is there already are the importer's to know. */
export function checkRow(cells: string[], line: number, known: KnownShelves): CheckedRow {
  const trimmed = cells.map((cell) => cell.trim());
  const [number = "", country = "", operator = "", areaCode = "", services = ""] = trimmed;
  const wrong = (problem: ImportProblem): CheckedRow => ({ line, number: number.slice(0, 40), problem });
  if (trimmed.length !== NUMBER_COLUMNS.length) return wrong("wrong_columns");
  if (trimmed.some((cell, index) => isFormula(cell, index === 0))) return wrong("formula");
  if (trimmed.some((cell) => cell.length > MAX_CELL)) return wrong("too_long");
  const e164 = plainNumber(number);
  if (!E164.test(e164)) return wrong("invalid_number");
  if (!/^\d{0,10}$/.test(areaCode)) return wrong("too_long");
  const shelf = known.countries.get(country.toUpperCase());
  if (!shelf) return wrong("unknown_country");
  if (!e164.startsWith(`+${shelf.phoneCode}`)) return wrong("wrong_country");
  const operatorId = operator === "" ? null : known.operators.get(`${shelf.id}:${operator.toLowerCase()}`);
  if (operatorId === undefined) return wrong("unknown_operator");
  const codes = [...new Set(services.toLowerCase().split(/[\s|;]+/))].filter(Boolean);
  if (codes.length === 0) return wrong("no_service");
  const serviceIds = codes.map((code) => known.services.get(code));
  if (serviceIds.some((id) => id === undefined)) return wrong("unknown_service");
  const read = {
    line,
    e164,
    countryId: shelf.id,
    operatorId,
    areaCode: areaCode || null,
    serviceIds: serviceIds.filter((id) => id !== undefined),
  };
  return { line, number: e164, problem: null, read };
}

/** Whether the first line names the columns, in their order. */
export function hasNumberColumns(head: string[] | undefined): boolean {
  const names = (head ?? []).map((name) => name.trim().toLowerCase());
  return (
    names.length === NUMBER_COLUMNS.length && NUMBER_COLUMNS.every((name, index) => names[index] === name)
  );
}
