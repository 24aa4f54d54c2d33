import type { Deps } from "@/lib/deps";
import type { KeyContext } from "@/lib/domain/api-keys/types";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { StatusDesk } from "../order-status/status-desk";
import type { Answer } from "./answer";
import type { ReadParameter } from "./parameters";

/** A call that anybody may make. */
export interface OpenCall {
  deps: Deps;
  statuses: StatusDesk;
  get: ReadParameter;
  key: KeyContext | null;
}

/** A call with a key that may make it. */
export interface KeyedCall extends OpenCall {
  key: KeyContext;
  actor: UserActor;
}

export type Run<Call> = (call: Call) => Answer | Promise<Answer>;
