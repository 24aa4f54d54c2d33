import "server-only";
import { getDeps } from "@/lib/deps";
import { listBoard } from "@/lib/domain/catalog/queries";

const MAX_OFFERS = 500;

/** Public: what can be had now, for the board of the landing page. It is searched in the reader's language, by the page. */
export async function loadBoard() {
  return listBoard(getDeps(), { limit: MAX_OFFERS });
}
