import { plainSearch } from "@/lib/domain/kernel/latin-digits";

/** What a list can do, said once: its page, its CSV and its links read the same address. */
export interface TableDefinition<Key extends string = string> {
  name: string;
  columns: readonly ColumnDefinition<Key>[];
  filters: readonly FilterDefinition[];
  defaultSort: { column: Key; direction: Direction };
}

export interface ColumnDefinition<Key extends string = string> {
  key: Key;
  sortable?: boolean;
  /** May be taken away. */
  optional?: boolean;
  /** Optional, and away until it is chosen. */
  hidden?: boolean;
  align?: "start" | "end";
}

export interface FilterDefinition {
  /** Its name in the address. */
  key: string;
  /** The values it takes; without them any text. */
  options?: readonly string[];
  /** The same values under headings, by the heading's name. */
  groups?: Readonly<Record<string, readonly string[]>>;
  /** How the field looks where there are no options; what is hidden is set by links alone. */
  input?: "text" | "date" | "hidden";
}

export type Direction = "asc" | "desc";

export const PAGE_SIZES = [25, 50, 100] as const;
export type PageSize = (typeof PAGE_SIZES)[number];

export interface UnknownWish {
  key: string;
  value: string;
}

export interface TableState<Key extends string = string> {
  page: number;
  pageSize: PageSize;
  sort: Key;
  direction: Direction;
  search: string;
  /** Only those that are set. */
  filters: Record<string, string>;
  /** What the address asked for and the list does not know: a filter's key, or "sort", with what was written. */
  unknown: readonly UnknownWish[];
  /** What is shown, in the order of the definition. */
  columns: Key[];
}

/** Query parameters as a page gets them, or as a request has them. */
export type AskedParameters = URLSearchParams | Record<string, string | string[] | undefined>;

const MAX_PAGE = 100_000;
const MAX_TEXT = 100;

function reader(asked: AskedParameters): (name: string) => string | undefined {
  if (asked instanceof URLSearchParams) return (name) => asked.get(name) ?? undefined;
  return (name) => {
    const value = asked[name];
    return Array.isArray(value) ? value[0] : value;
  };
}

// A NUL is no text to Postgres.
const clean = (text: string | undefined) => (text ?? "").replaceAll("\0", "").trim().slice(0, MAX_TEXT);

function shownByDefault<Key extends string>(definition: TableDefinition<Key>): Key[] {
  return definition.columns.filter((column) => !column.hidden).map((column) => column.key);
}

function readColumns<Key extends string>(definition: TableDefinition<Key>, text: string | undefined): Key[] {
  if (text === undefined) return shownByDefault(definition);
  const chosen = new Set(text.split(","));
  return definition.columns
    .filter((column) => chosen.has(column.key) || !(column.optional || column.hidden))
    .map((column) => column.key);
}

function readSort<Key extends string>(definition: TableDefinition<Key>, text: string | undefined) {
  const direction: Direction = text?.startsWith("-") ? "desc" : "asc";
  const name = text?.replace(/^-/, "");
  const column = definition.columns.find((candidate) => candidate.sortable && candidate.key === name);
  return column ? { column: column.key, direction } : definition.defaultSort;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** "2026-02-28" and not "2026-02-30". */
function isDay(text: string): boolean {
  const day = DAY.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function isUnderstood({ options, input }: FilterDefinition, value: string): boolean {
  if (options) return options.includes(value);
  return input !== "date" || isDay(value);
}

function readFilters(definition: TableDefinition, get: (name: string) => string | undefined) {
  const filters: Record<string, string> = {};
  const unknown: UnknownWish[] = [];
  for (const filter of definition.filters) {
    const value = clean(get(filter.key));
    if (value === "") continue;
    if (isUnderstood(filter, value)) filters[filter.key] = value;
    else unknown.push({ key: filter.key, value });
  }
  return { filters, unknown };
}

/** Reads an address. Never throws: what cannot be is left out, and named in `unknown`. */
export function readTableState<Key extends string>(
  definition: TableDefinition<Key>,
  asked: AskedParameters,
): TableState<Key> {
  const get = reader(asked);
  const page = Number(get("page") ?? 1);
  const size = Number(get("size"));
  const { column, direction } = readSort(definition, get("sort"));
  const sort = clean(get("sort"));
  const isSortKnown = sort === "" || sort.replace(/^-/, "") === column;
  const { filters, unknown } = readFilters(definition, get);
  return {
    page: Number.isInteger(page) && page >= 1 && page <= MAX_PAGE ? page : 1,
    pageSize: PAGE_SIZES.find((candidate) => candidate === size) ?? PAGE_SIZES[0],
    sort: column,
    direction,
    search: plainSearch(clean(get("search"))),
    filters,
    unknown: isSortKnown ? unknown : [...unknown, { key: "sort", value: sort }],
    columns: readColumns(definition, get("columns")),
  };
}

/** The address of a state: only what differs from the defaults. A change of anything but the page starts at the first. */
export function tableQuery<Key extends string>(
  definition: TableDefinition<Key>,
  state: TableState<Key>,
  change: Partial<TableState<Key>> = {},
): Record<string, string> {
  const next = { ...state, ...change };
  const page = change.page ?? (Object.keys(change).every((key) => key === "columns") ? state.page : 1);
  const query: Record<string, string> = {};
  if (next.search) query.search = next.search;
  for (const { key } of definition.filters) {
    const value = next.filters[key];
    if (value) query[key] = value;
  }
  const { defaultSort } = definition;
  if (next.sort !== defaultSort.column || next.direction !== defaultSort.direction) {
    query.sort = `${next.direction === "desc" ? "-" : ""}${next.sort}`;
  }
  const columns = next.columns.join(",");
  if (columns !== shownByDefault(definition).join(",")) query.columns = columns;
  if (next.pageSize !== PAGE_SIZES[0]) query.size = String(next.pageSize);
  if (page > 1) query.page = String(page);
  return query;
}

/** Whether something narrows the list: then "nothing" means "nothing matches". */
export function isFiltered(state: TableState): boolean {
  return state.search !== "" || Object.keys(state.filters).length > 0;
}

/** The rows a list shows; the domain's Page fits it. */
export interface TablePage<Row> {
  rows: Row[];
  total: number;
  /** There are more than `total`: nobody counted further. */
  isTotalCapped: boolean;
  page: number;
  pageSize: number;
}
