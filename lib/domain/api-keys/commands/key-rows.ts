import type { Tx } from "@/lib/db/client";

/** Whether the person has this project and it lives. */
export async function ownsProject(tx: Tx, userId: string, projectId: string): Promise<boolean> {
  return (await tx.project.count({ where: { id: projectId, userId, archivedAt: null } })) > 0;
}

/** A key with its price limits, held until the transaction ends; null for none with this id. */
export async function lockKey(tx: Tx, keyId: string) {
  await tx.$queryRaw`SELECT id FROM api_keys WHERE id = ${keyId}::uuid FOR NO KEY UPDATE`;
  return tx.apiKey.findUnique({
    where: { id: keyId },
    include: { priceLimits: { select: { serviceId: true, maxPriceMicros: true } } },
  });
}
