import { OpenAPIHono, type RouteConfig, z } from "@hono/zod-openapi";
import { REFUSALS, type RefusalCode } from "@/lib/domain/kernel/errors";
import { OPERATIONS } from "./contract";
import { type Operation, refusalsOf, TAGS } from "./operation";
import { problemSchema } from "./schemas/basic-fields";

/** Of the contract: rises with every change that is told in the changelog. */
export const API_VERSION = "1.0.0";

const TAG_WORDS: Record<(typeof TAGS)[number], string> = {
  Account: "The key you call with.",
  Catalogue: "What can be rented, where and for how much.",
  Numbers: "Rent a number, wait for its code, finish or cancel it.",
  Wallet: "Your balance, its entries, and bringing money in.",
  VPN: "Plans and subscriptions.",
  Projects: "What your keys and orders belong to.",
  Webhooks: "Being told instead of asking.",
};

/** One answer for each status; its description names the codes. */
function problemResponses(operation: Operation): RouteConfig["responses"] {
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of refusalsOf(operation)) {
    const status = REFUSALS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, codes]) => [
        status,
        {
          description: codes.map((code) => `\`${code}\``).join(", "),
          content: { "application/problem+json": { schema: problemSchema } },
        },
      ]),
  );
}

const idempotencyHeader = z.object({
  "Idempotency-Key": z.string().min(1).max(200).optional().openapi({
    description:
      "Made by you before sending, a UUID for instance. The same key gives the same answer, and happens once",
    example: "4d1c0f0e-6a07-4b1e-9a53-6c9a2a1f5b11",
  }),
});

function routeOf(operation: Operation): RouteConfig {
  const { example, status } = operation;
  return {
    operationId: operation.id,
    method: operation.method,
    path: operation.path,
    tags: [operation.tag],
    summary: operation.summary,
    description: operation.description,
    security: [{ apiKey: operation.scope ? [operation.scope] : [] }],
    request: {
      ...(operation.params ? { params: operation.params } : {}),
      ...(operation.query ? { query: operation.query } : {}),
      ...(operation.movesMoney ? { headers: idempotencyHeader } : {}),
      ...(operation.body
        ? {
            body: {
              required: !operation.body.safeParse({}).success,
              content: { "application/json": { schema: operation.body, example: example.body ?? {} } },
            },
          }
        : {}),
    },
    responses: {
      [status]: {
        description: status === 201 ? "Created" : "Done",
        content: { "application/json": { schema: operation.answer, example: example.answer } },
      },
      ...problemResponses(operation),
    },
  };
}

/** The OpenAPI 3.1 document, made from the schemas that the handlers are checked by. */
export function apiDocument(publicOrigin: string) {
  const app = new OpenAPIHono();
  app.openAPIRegistry.registerComponent("securitySchemes", "apiKey", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "pb_live_… or pb_test_…",
    description: "A key of yours: live keys move real money, sandbox keys none.",
  });
  for (const operation of OPERATIONS) app.openAPIRegistry.registerPath(routeOf(operation));
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Patchbay API",
      version: API_VERSION,
      description:
        "Rent phone numbers, read the codes sent to them, and keep VPN subscriptions. One wallet, one key.",
      license: { name: "MIT" },
    },
    servers: [{ url: `${publicOrigin}/api/v1` }],
    tags: TAGS.map((name) => ({ name, description: TAG_WORDS[name] })),
  });
}
