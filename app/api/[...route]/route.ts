import { handle } from "hono/vercel";
import { createApiApp } from "@/lib/api/app";
import { getDeps } from "@/lib/deps";

export const dynamic = "force-dynamic";

/** The API app under Next: for `next start`, serverless hosts and development. In front of Next it costs a tenth. */
function answer(request: Request): Response | Promise<Response> {
  return handle(createApiApp(getDeps()))(request);
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
