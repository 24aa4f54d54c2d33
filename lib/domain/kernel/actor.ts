export type Role = "CUSTOMER" | "SUPPORT" | "ADMIN";

/** Through which door somebody came. */
export type Door = "web" | "rest" | "sms-activate" | "five-sim" | "cli" | "job";

/** A person (or their key) who has been authenticated by a gate. */
export interface UserActor {
  kind: "user";
  userId: string;
  username: string;
  role: Role;
  verificationLevel: number;
  sessionId: string | null;
  apiKeyId: string | null;
  /** Came with a sandbox key: sees and makes sandbox orders only. */
  isSandbox?: boolean;
  door: Door;
  ipAddress: string | null;
  requestId: string | null;
}

/** The product itself: jobs, hooks, the command line. */
export interface SystemActor {
  kind: "system";
  name: string;
  door: Door;
  requestId: string | null;
}

export type Actor = UserActor | SystemActor;

export function systemActor(name: string, door: Door = "job", requestId: string | null = null): SystemActor {
  return { kind: "system", name, door, requestId };
}

declare const scopeBrand: unique symbol;

/** Whose rows may be seen. Only the gates mint it: someone else's object answers exactly like a missing one. */
export type CustomerScope = { userId: string; isSandbox: boolean; [scopeBrand]: true };

export function customerScope(actor: UserActor): CustomerScope {
  return { userId: actor.userId, isSandbox: actor.isSandbox === true } as CustomerScope;
}

/** For staff pages, jobs and the command line, which have proved that they may see anybody's. Never sandbox orders. */
export function customerScopeOf(userId: string): CustomerScope {
  return { userId, isSandbox: false } as CustomerScope;
}
