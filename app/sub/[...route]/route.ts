import { handle } from "hono/vercel";
import { createApiApp } from "@/lib/api/app";
import { getDeps } from "@/lib/deps";

export const dynamic = "force-dynamic";

/** Secret links under Next, where the front door does not answer them itself. */
export function GET(request: Request): Response | Promise<Response> {
  return handle(createApiApp(getDeps()))(request);
}
