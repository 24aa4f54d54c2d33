import "server-only";
import { getDeps } from "@/lib/deps";
import { listBoard } from "@/lib/domain/catalog/queries";

/** Public: the board of the landing page, narrowed by what was searched. */
export async function loadBoard(search: string) {
  return listBoard(getDeps(), { search: search.slice(0, 60), limit: 12 });
}
