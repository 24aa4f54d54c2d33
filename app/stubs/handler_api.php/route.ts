import { handle } from "hono/vercel";
import { createApiApp } from "@/lib/api/app";
import { getDeps } from "@/lib/deps";

export const dynamic = "force-dynamic";

/** The SMS-Activate protocol under Next, where the front door does not answer it itself. */
const answer = (request: Request): Response | Promise<Response> => handle(createApiApp(getDeps()))(request);

export { answer as GET, answer as POST };
