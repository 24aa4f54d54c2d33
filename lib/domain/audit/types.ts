/** What a field held: a plain value, or several of them. */
export type AuditScalar = string | number | boolean;
export type AuditValue = AuditScalar | AuditScalar[];

/** One field of what was changed ("value.toman" for one inside another); null where it was not there. */
export interface AuditChange {
  field: string;
  before: AuditValue | null;
  after: AuditValue | null;
}

/** The columns "before" and "after" as they are stored. */
interface AuditRecord {
  before: unknown;
  after: unknown;
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
  record: AuditRecord;
  reason: string | null;
  ipAddress: string | null;
  requestId: string | null;
  /** In the chain of seals: a change of the row would be seen. */
  isSealed: boolean;
}
