import { createMiddleware } from "hono/factory";
import type { Deps } from "@/lib/deps";
import type { KeyContext, Scope } from "@/lib/domain/api-keys/types";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { ApiEnv } from "../context";
import { countKeyCall, takeKeyCall } from "../keys/calls";
import type { KeyDesk } from "../keys/desk";
import { words } from "./answers";

/** A request of the protocol that a key came with. */
export interface FiveSimEnv extends ApiEnv {
  Variables: ApiEnv["Variables"] & { apiKey: KeyContext; person: UserActor };
}

const BEARER = /^Bearer +([^\s]{1,255})$/i;

/** Lets in whoever comes with a key of ours as the protocol's token. Otherwise 401 without a word, as the original. */
export function withFiveSimKey(deps: Deps, desk: KeyDesk) {
  return createMiddleware<FiveSimEnv>(async (c, next) => {
    const startedAt = performance.now();
    const text = BEARER.exec(c.req.header("authorization") ?? "")?.[1];
    const verdict = text === undefined ? null : await desk.find(text, c.get("clientAddress"));
    const count = (keyId: string, answer: Response) =>
      countKeyCall(deps, keyId, "five-sim", answer.status, performance.now() - startedAt);
    if (!verdict?.ok) {
      const answer = c.body(null, 401);
      if (verdict?.keyId) count(verdict.keyId, answer);
      return answer;
    }
    const { key } = verdict;
    const allowance = await takeKeyCall(deps, key);
    if (!allowance.allowed) {
      c.header("retry-after", String(allowance.resetSeconds));
      const answer = words(c, 429, "too many requests");
      count(key.id, answer);
      return answer;
    }
    const person: UserActor = {
      ...key.actor,
      door: "five-sim",
      ipAddress: c.get("clientAddress"),
      requestId: c.get("requestId"),
    };
    c.set("apiKey", key);
    c.set("person", person);
    c.set("actor", person);
    await next();
    count(key.id, c.res);
  });
}

/** For keys that may do this only. The protocol has no scopes and no word for it. */
export function needs(scope: Scope) {
  return createMiddleware<FiveSimEnv>(async (c, next) =>
    c.get("apiKey").scopes.has(scope) ? next() : words(c, 403, `the key lacks the scope ${scope}`),
  );
}
