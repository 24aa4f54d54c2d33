import { handle } from "hono/vercel";
import { createApiApp } from "@/lib/api/app";
import { getDeps } from "@/lib/deps";

export const dynamic = "force-dynamic";

/** The 5sim protocol under Next, where the front door does not answer it itself. */
function answer(request: Request): Response | Promise<Response> {
  return handle(createApiApp(getDeps()))(request);
}

export { answer as DELETE, answer as GET, answer as POST };
