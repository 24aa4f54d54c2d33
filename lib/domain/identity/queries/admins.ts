import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** The ids of those who run the shop: administrators who may sign in. */
export async function listAdminIds(deps: Pick<KernelDeps, "db">): Promise<string[]> {
  const rows = await deps.db.user.findMany({
    where: { role: "ADMIN", status: "ACTIVE" },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id }) => id);
}
