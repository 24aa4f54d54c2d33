import "server-only";
import { getDeps } from "@/lib/deps";
import { canOperate } from "@/lib/domain/operations/policy";
import { readOperations } from "@/lib/domain/operations/queries";
import { requireStaff } from "./session";

/** The machine room: what the jobs did, what the outbox still has to tell. */
export async function loadOperations() {
  const { actor } = await requireStaff("SUPPORT");
  const read = await readOperations(getDeps(), actor);
  if (!read.ok) throw new Error(read.reason);
  return { jobs: read.jobs, outbox: read.outbox, mayOperate: canOperate(actor) };
}
