import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { type Device, parseDevice } from "../device";

/**
 * The device and address of a session that this person had never signed in with before; null when they had, or when it
 * was their very first sign-in.
 */
export async function findNewPlace(
  deps: KernelDeps,
  sessionId: string,
): Promise<{ device: Device; ipAddress: string | null } | null> {
  const session = await deps.db.session.findUnique({ where: { id: sessionId } });
  if (!session) return null;
  const { userId, device, ipAddress, createdAt } = session;
  const earlier = { userId, createdAt: { lt: createdAt } };
  const [any, same] = await Promise.all([
    deps.db.session.findFirst({ where: earlier, select: { id: true } }),
    deps.db.session.findFirst({
      where: { ...earlier, OR: [{ device }, { ipAddress }] },
      select: { id: true },
    }),
  ]);
  return any && !same ? { device: parseDevice(session.userAgent), ipAddress } : null;
}
