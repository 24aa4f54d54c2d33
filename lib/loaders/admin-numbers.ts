import "server-only";
import { z } from "zod";
import { getDeps } from "@/lib/deps";
import { hasRole } from "@/lib/domain/identity/policy";
import type { Actor } from "@/lib/domain/kernel/actor";
import { getNumber } from "@/lib/domain/supply/queries/get-number";
import { listNumbers } from "@/lib/domain/supply/queries/list-numbers";
import { getNumberImport, listNumberImports } from "@/lib/domain/supply/queries/number-imports";
import { NUMBER_IMPORTS } from "@/lib/table/definitions/number-imports";
import { NUMBER_LIST } from "@/lib/table/definitions/numbers";
import { type AskedParameters, readTableState } from "@/lib/table/table-state";
import { requireStaff } from "./session";

/** Our own numbers with what their address asks. */
export async function loadNumberStock(asked: AskedParameters) {
  const { actor } = await requireStaff("SUPPORT");
  const state = readTableState(NUMBER_LIST, asked);
  const [list, numberImport] = await Promise.all([
    listNumbers(getDeps(), actor, state),
    readImport(actor, state.filters.import),
  ]);
  if (!list.ok) throw new Error(list.reason);
  return { ...list, state, numberImport, canEdit: hasRole(actor.role, "ADMIN") };
}

/** The import whose numbers are asked for; null where none is, or there is none. */
async function readImport(actor: Actor, id: string | undefined) {
  if (!z.uuid().safeParse(id).success || id === undefined) return null;
  const read = await getNumberImport(getDeps(), actor, id);
  if (!read.ok) throw new Error(read.reason);
  return read.numberImport;
}

/** The files of numbers that were taken in, as the address asks for them. */
export async function loadNumberImports(asked: AskedParameters) {
  const { actor } = await requireStaff("SUPPORT");
  const state = readTableState(NUMBER_IMPORTS, asked);
  const list = await listNumberImports(getDeps(), actor, state);
  if (!list.ok) throw new Error(list.reason);
  return { page: list.page, state };
}

/** One number with its services and orders; null when there is none. */
export async function loadStockNumber(id: string) {
  const { actor } = await requireStaff("SUPPORT");
  if (!z.uuid().safeParse(id).success) return null;
  const read = await getNumber(getDeps(), actor, id);
  if (!read.ok) throw new Error(read.reason);
  return read.number && { number: read.number, canEdit: hasRole(actor.role, "ADMIN") };
}

/** Whether the reader may import, and into which providers. */
export async function loadNumberImport() {
  const { actor } = await requireStaff("SUPPORT");
  const list = await listNumbers(getDeps(), actor, { ...readTableState(NUMBER_LIST, {}), pageSize: 1 });
  if (!list.ok) throw new Error(list.reason);
  return { providers: list.providers, canEdit: hasRole(actor.role, "ADMIN") };
}
