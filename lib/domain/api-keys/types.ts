import type { UserActor } from "@/lib/domain/kernel/actor";
import type { RentVia } from "@/lib/domain/numbers/types";
import type { HANDLER_ERRORS, KEY_MODES, SCOPES } from "./vocabulary";

export type Scope = (typeof SCOPES)[number];
export type KeyMode = (typeof KEY_MODES)[number];
/** How the SMS-Activate door words its refusals. */
export type HandlerErrors = (typeof HANDLER_ERRORS)[number];

/** The doors that calls are counted by. */
export type KeyDoor = "rest" | "sms-activate" | "five-sim";

/** Taken where a request names none. */
export interface ProjectDefaults {
  countryId: string | null;
  serviceId: string | null;
  areaCode: string | null;
}

/** Everything a key's check looks at, as a process keeps it. Times in milliseconds of real time. */
export interface KeyRecord {
  digest: string;
  /** The person's account is closed, or staff turned their keys off. */
  isBlocked: boolean;
  isProjectArchived: boolean;
  ipRestrictions: readonly string[];
  expiresAt: number | null;
  revokedAt: number | null;
  overlapUntil: number | null;
  /** What the doors get when the check passes: the same object each time. */
  key: KeyContext;
}

/** A key that passed its check: what the doors work with. */
export interface KeyContext {
  id: string;
  userId: string;
  projectId: string | null;
  mode: KeyMode;
  isSandbox: boolean;
  scopes: ReadonlySet<Scope>;
  /** Requests a minute of this key. */
  rateLimit: number;
  /** Requests a minute of all the person's keys; null: no limit of its own. */
  userRateLimit: number | null;
  handlerErrors: HandlerErrors;
  numbersStatusSuffix: boolean;
  projectDefaults: ProjectDefaults | null;
  /** The person behind the key. The door puts its own name, address and request id. */
  actor: UserActor;
  /** Handed to rentNumber: the order's project and the key's price limits. */
  via: RentVia;
}

export type KeyRefusal = "malformed" | "unknown" | "revoked" | "expired" | "address" | "suspended";

export type KeyVerdict = { ok: true; key: KeyContext } | { ok: false; why: KeyRefusal; keyId: string | null };

export type KeyState = "ACTIVE" | "ROTATING" | "EXPIRED" | "REVOKED";

/** A key as its owner and staff see it. Times are ISO strings of real time. */
export interface KeyView {
  id: string;
  name: string;
  /** "pb_live_" and the last four characters: all that is ever shown again. */
  prefix: string;
  last4: string;
  mode: KeyMode;
  state: KeyState;
  scopes: Scope[];
  project: { id: string; name: string } | null;
  rateLimit: number;
  ipRestrictions: string[];
  maxPriceMicros: bigint | null;
  priceLimits: { serviceId: string; slug: string; maxPriceMicros: bigint }[];
  handlerErrors: HandlerErrors;
  numbersStatusSuffix: boolean;
  expiresAt: string | null;
  revokedAt: string | null;
  replacedById: string | null;
  overlapUntil: string | null;
  lastUsedAt: string | null;
  createdAt: string;
}

/** The calls of one key through one door in one hour, added up by one process. */
export interface KeyCalls {
  apiKeyId: string;
  door: KeyDoor;
  /** Start of the hour, real time. */
  hour: Date;
  lastAt: Date;
  calls: number;
  errors: number;
  refused: number;
  latencyMs: number;
  within10: number;
  within50: number;
  within200: number;
  within1000: number;
}

/** Calls added up; latencies in milliseconds. */
export interface CallSums {
  calls: number;
  errors: number;
  refused: number;
  /** Of all calls together; 0 where there were none. */
  averageMs: number;
  /** 95 of 100 calls were answered within so many milliseconds: 10, 50, 200 or 1000; null: slower, or no calls. */
  mostWithinMs: number | null;
}

export interface UsageDay extends CallSums {
  /** YYYY-MM-DD (UTC). */
  day: string;
  /** Rents through keys that are held or were paid, refunds taken off; the sandbox counts nothing. */
  spentMicros: bigint;
}

export interface KeyUsage extends CallSums {
  keyId: string;
  name: string;
  prefix: string;
  last4: string;
}

export interface ApiUsage {
  /** Oldest first, every day of the span. */
  days: UsageDay[];
  total: CallSums & { spentMicros: bigint };
  byDoor: (CallSums & { door: KeyDoor })[];
  /** The keys that called most. */
  byKey: KeyUsage[];
}

/** A key as staff lists it. */
export interface StaffKeyView extends KeyView {
  user: { id: string; username: string };
  /** Of the last seven days. */
  week: Pick<CallSums, "calls" | "errors" | "refused">;
}

/** What one person's programs asked for in a day, and what staff allows them. */
export interface CallerView {
  user: { id: string; username: string };
  calls: number;
  errors: number;
  refused: number;
  keys: number;
  limit: UserLimitView;
}

/** Null: what holds for everybody. */
export interface UserLimitView {
  rateLimit: number | null;
  maxKeys: number | null;
  isBlocked: boolean;
}
