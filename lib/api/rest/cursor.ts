import { z } from "zod";
import type { Wrong } from "./call";

const PAGE = 25;

/** What a position in a list is remembered as: opaque to whoever holds it, and of no use elsewhere. */
export function writeCursor(position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}

/** The position of a cursor, or null for one that was not made here. */
export function readCursor<T extends z.ZodType>(shape: T, cursor: string): z.output<T> | null {
  try {
    const parsed = shape.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Time and number of the last row of a page. */
export const timeAndNumber = z.tuple([z.iso.datetime(), z.int().min(0).max(2_147_483_647)]);
/** Time and id of the last row of a page. */
export const timeAndId = z.tuple([z.iso.datetime(), z.uuid()]);
/** A number that falls or rises along the list. */
export const numberAlone = z.tuple([z.int().min(0).max(2_147_483_647)]);

export const pageSize = (limit: number | undefined): number => limit ?? PAGE;

export const badCursor = (): Wrong => ({
  ok: false,
  wrong: [{ path: "query.cursor", message: "No cursor of this list" }],
});

/** A page of `limit` rows of a reading that asked for one more. */
export function cutPage<T>(
  rows: readonly T[],
  limit: number,
  positionOf: (row: T) => readonly (string | number)[],
): { rows: T[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, nextCursor: rows.length > limit && last ? writeCursor(positionOf(last)) : null };
}

/** A page of a list that is in memory; its position counts. Null: a cursor that was not made here. */
export function pageOfAll<T>(
  all: readonly T[],
  asked: { limit?: number | undefined; cursor?: string | undefined },
): { rows: T[]; nextCursor: string | null } | null {
  const limit = pageSize(asked.limit);
  const position = asked.cursor === undefined ? ([0] as const) : readCursor(numberAlone, asked.cursor);
  if (!position) return null;
  const end = position[0] + limit;
  return {
    rows: all.slice(position[0], end),
    nextCursor: end < all.length ? writeCursor([end]) : null,
  };
}
