/** One field of what was changed; null where it was not there. */
export interface AuditChange {
  field: string;
  before: string | null;
  after: string | null;
}

/** A row of the trail as staff reads it. Times are ISO strings in real time. */
export interface AuditEventView {
  id: string;
  at: string;
  actorKind: "USER" | "STAFF" | "API_KEY" | "SYSTEM" | "CLI";
  actorId: string | null;
  actorName: string | null;
  action: string;
  targetType: string;
  targetId: string;
  changes: AuditChange[];
  reason: string | null;
  ipAddress: string | null;
  requestId: string | null;
  /** In the chain of seals: a change of the row would be seen. */
  isSealed: boolean;
}
