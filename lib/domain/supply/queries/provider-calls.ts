import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { ProviderCallView } from "../types";

type ReadDeps = Pick<KernelDeps, "db">;

/** Lines of a transcript, and the calls that they are folded from. */
const MAX_LINES = 100;
const MAX_CALLS = 1_000;

/** The newest calls of one order, or of one provider, the newest first; the same one again and again is one line. */
export async function listProviderCalls(
  deps: ReadDeps,
  of: { orderId: string } | { providerId: string },
): Promise<ProviderCallView[]> {
  const rows = await deps.db.providerCall.findMany({ where: of, orderBy: { id: "desc" }, take: MAX_CALLS });
  const lines: ProviderCallView[] = [];
  for (const row of rows) {
    const asked = Object.entries(row.request as Record<string, string>);
    const request = asked.map(([name, value]) => `${name}=${value}`).join(" ");
    const { action, response, outcome, orderId } = row;
    const at = row.createdAt.toISOString();
    const last = lines.at(-1);
    const isSame =
      last?.action === action &&
      last.request === request &&
      last.response === response &&
      last.outcome === outcome &&
      last.orderId === orderId;
    if (last && isSame) {
      last.count += 1;
      last.since = at;
      continue;
    }
    if (lines.length === MAX_LINES) break;
    const { durationMs } = row;
    const id = row.id.toString();
    lines.push({ id, action, request, response, outcome, durationMs, at, since: at, count: 1, orderId });
  }
  return lines;
}
