type Tree = { [key: string]: string | Tree };

/** "a[b][0]=c" -> {a: {b: {"0": "c"}}}: the form encoding of the v1 API. */
export function decodeForm(text: string): Tree {
  const root: Tree = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    const [first = "", ...rest] = name.split("[").map((part) => part.replace(/\]$/, ""));
    let at = root;
    let key = first;
    for (const part of rest) {
      const next = at[key];
      const tree: Tree = typeof next === "object" ? next : Object.create(null);
      at[key] = tree;
      at = tree;
      key = part;
    }
    at[key] = value;
  }
  return root;
}

interface Listed {
  id: string;
  created: number;
}

export interface ListQuery {
  limit?: string;
  starting_after?: string;
  ending_before?: string;
  [filter: string]: string | undefined;
}

const MAX_LIMIT = 100;
const DEFAULT_LIMIT = 10;

/** A page of a list, newest first (docs.stripe.com/api/pagination). Null where a cursor is unknown. */
export function listPage<T extends Listed>(oldestFirst: Iterable<T>, query: ListQuery, url: string) {
  const limit = Math.min(Math.max(Number(query.limit ?? DEFAULT_LIMIT) || DEFAULT_LIMIT, 1), MAX_LIMIT);
  const from = Number(query["created[gte]"] ?? 0);
  const before = Number(query["created[lt]"] ?? Number.POSITIVE_INFINITY);
  const rows = [...oldestFirst].reverse().filter(({ created }) => created >= from && created < before);
  const at = (id: string) => rows.findIndex((row) => row.id === id);
  let start = 0;
  let end = limit;
  if (query.starting_after) {
    const cursor = at(query.starting_after);
    if (cursor < 0) return null;
    start = cursor + 1;
    end = start + limit;
  } else if (query.ending_before) {
    end = at(query.ending_before);
    if (end < 0) return null;
    start = Math.max(0, end - limit);
  }
  const hasMore = query.ending_before ? start > 0 : end < rows.length;
  return { object: "list" as const, url, has_more: hasMore, data: rows.slice(start, end) };
}

/** Replaces ids by what they name, along paths such as "payment_intent.latest_charge" or "data.charge". */
export function expand(value: unknown, paths: string[], find: (id: string) => object | undefined): unknown {
  const copy: unknown = structuredClone(value);
  for (const path of paths) expandPath(copy, path.split("."), find);
  return copy;
}

function expandPath(value: unknown, path: string[], find: (id: string) => object | undefined): void {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) expandPath(item, path, find);
    return;
  }
  const record = value as Record<string, unknown>;
  const child = record[key];
  if (typeof child === "string") record[key] = structuredClone(find(child)) ?? child;
  expandPath(record[key], rest, find);
}
