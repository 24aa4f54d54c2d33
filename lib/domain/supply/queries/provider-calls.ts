import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { ProviderCallView } from "../types";

type ReadDeps = Pick<KernelDeps, "db">;

const MAX_CALLS = 100;

/** The newest calls of one order, or of one provider, the newest first. */
export async function listProviderCalls(
  deps: ReadDeps,
  of: { orderId: string } | { providerId: string },
): Promise<ProviderCallView[]> {
  const rows = await deps.db.providerCall.findMany({ where: of, orderBy: { id: "desc" }, take: MAX_CALLS });
  return rows.map((row) => ({
    id: row.id.toString(),
    action: row.action,
    request: Object.entries(row.request as Record<string, string>)
      .map(([name, value]) => `${name}=${value}`)
      .join(" "),
    response: row.response,
    outcome: row.outcome,
    durationMs: row.durationMs,
    at: row.createdAt.toISOString(),
    orderId: row.orderId,
  }));
}
