/** The keys of a person that can still be used (real time). */
export const livingKeys = (userId: string, now: Date) => ({
  userId,
  revokedAt: null,
  AND: [
    { OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    { OR: [{ projectId: null }, { project: { archivedAt: null } }] },
    { OR: [{ overlapUntil: null }, { overlapUntil: { gt: now } }] },
  ],
});
