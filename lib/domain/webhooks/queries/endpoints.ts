import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { endpointIdSchema } from "../schema";
import type { EndpointView } from "../types";
import { endpointView, WITH_PROJECT } from "./endpoint-view";

type Reads = Pick<KernelDeps, "db" | "clock">;

/** The person's endpoints, oldest first; few enough for one page. */
export async function listEndpoints(
  deps: Reads,
  { userId }: CustomerScope,
  { projectId }: { projectId?: string } = {},
): Promise<EndpointView[]> {
  const rows = await deps.db.webhookEndpoint.findMany({
    where: { userId, ...(projectId ? { projectId } : {}) },
    include: WITH_PROJECT,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => endpointView(deps, row));
}

/** One of the person's endpoints; null when it is missing or somebody else's. */
export async function getEndpoint(
  deps: Reads,
  { userId }: CustomerScope,
  id: string,
): Promise<EndpointView | null> {
  if (!endpointIdSchema.safeParse({ endpointId: id }).success) return null;
  const row = await deps.db.webhookEndpoint.findFirst({ where: { id, userId }, include: WITH_PROJECT });
  return row && endpointView(deps, row);
}
