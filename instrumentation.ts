import type { Instrumentation } from "next";
import { REQUEST_ID_HEADER } from "@/lib/http/request-id";

/** What failed while a page or an action was made: logged with the request id and the digest that its error page shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { getDeps } = await import("@/lib/deps");
  const digest = typeof error === "object" && error !== null && "digest" in error ? error.digest : undefined;
  getDeps().log.error(
    {
      err: error,
      digest,
      requestId: request.headers[REQUEST_ID_HEADER],
      method: request.method,
      route: context.routePath,
      kind: context.routeType,
    },
    "a page or an action failed unexpectedly",
  );
};
