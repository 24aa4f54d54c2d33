import type { HttpBindings } from "@hono/node-server";
import type { KeyContext } from "@/lib/domain/api-keys/types";
import type { UserActor } from "@/lib/domain/kernel/actor";

/** What every handler of the API app can read with c.get(...). */
export interface ApiEnv {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    clientAddress: string | null;
    actor: UserActor | null;
    /** Set by withApiKey alone. */
    apiKey?: KeyContext;
  };
}
