import { type Context, Hono } from "hono";
import { type Faults, troubled } from "../gateway/faults";
import { type IdempotencyKeys, onceByKey } from "../gateway/idempotency";
import type { StripeAccount } from "./account";
import { invalid, missing, stripeError } from "./answers";
import { createRefund } from "./refunds";
import { createSession } from "./sessions";
import { decodeForm, expand, listPage } from "./wire";

export interface ApiOptions {
  account: StripeAccount;
  secretKey: string;
  keys: IdempotencyKeys;
  faults: Faults;
  /** Where the hosted page is reached. */
  pageUrl(): string;
}

type Row = { id: string; created: number };

/** "expand" as it comes in a query: expand[0]=… or expand[]=…. */
const expansions = (c: Context) =>
  Object.entries(c.req.queries())
    .filter(([name]) => name.startsWith("expand["))
    .flatMap(([, values]) => values);

/** Stripe's API v1, as far as a merchant of one-time payments needs it. */
export function stripeApi({ account, secretKey, keys, faults, pageUrl }: ApiOptions) {
  const app = new Hono();
  const { sessions, intents, charges, refunds, disputes, balance } = account;
  const find = (id: string): object | undefined =>
    [sessions, intents, charges, refunds, disputes, balance].map((map) => map.get(id)).find(Boolean);

  app.use(
    troubled(faults, () => stripeError(429, "rate_limit_error", "Too many requests", { code: "rate_limit" })),
  );
  app.use(async (c, next) => {
    c.header("Request-Id", `req_${Date.now().toString(36)}`);
    if (c.req.header("authorization") !== `Bearer ${secretKey}`)
      return stripeError(401, "authentication_error", "Invalid API Key provided");
    account.tick();
    return next();
  });
  app.use(
    onceByKey(keys, {
      header: "Idempotency-Key",
      mismatch: () =>
        stripeError(
          400,
          "idempotency_error",
          "Keys for idempotent requests can only be used with the same parameters they were first used with.",
        ),
      // Validation failures are not kept, everything that began to run is (docs.stripe.com/api/idempotent_requests).
      isKept: (status) => status < 400 || status >= 500,
    }),
  );

  /** GET a list and GET one, filtered by equal fields. */
  const readable = <T extends Row>(
    path: string,
    what: string,
    rows: () => Iterable<T>,
    filters: (keyof T & string)[],
  ) => {
    app.get(path, (c) => {
      const query = c.req.query();
      const matching = [...rows()].filter((row) =>
        filters.every((field) => query[field] === undefined || String(row[field]) === query[field]),
      );
      const page = listPage(matching, query, path);
      return page ? c.json(expand(page, expansions(c), find) as object) : missing(what, "cursor");
    });
    app.get(`${path}/:id`, (c) => {
      const row = [...rows()].find(({ id }) => id === c.req.param("id"));
      return row ? c.json(expand(row, expansions(c), find) as object) : missing(what, c.req.param("id"));
    });
  };
  const answer = (c: Context, made: object) => (made instanceof Response ? made : c.json(made));

  readable("/checkout/sessions", "checkout.session", () => sessions.values(), ["payment_intent", "status"]);
  readable("/payment_intents", "payment_intent", () => intents.values(), []);
  readable("/charges", "charge", () => charges.values(), ["payment_intent"]);
  readable("/refunds", "refund", () => refunds.values(), ["payment_intent", "charge"]);
  readable("/disputes", "dispute", () => disputes.values(), ["payment_intent", "charge"]);
  readable("/balance_transactions", "balance_transaction", () => balance.values(), ["source", "type"]);
  app.get("/events", (c) => {
    const types = Object.entries(c.req.queries())
      .filter(([name]) => name === "type" || name.startsWith("types["))
      .flatMap(([, values]) => values);
    const matching = account.events.filter(({ type }) => types.length === 0 || types.includes(type));
    const page = listPage(matching, c.req.query(), "/v1/events");
    return page ? c.json(page) : missing("event", "cursor");
  });
  app.get("/events/:id", (c) => {
    const event = account.events.find(({ id }) => id === c.req.param("id"));
    return event ? c.json(event) : missing("event", c.req.param("id"));
  });

  app.post("/checkout/sessions", async (c) =>
    answer(c, createSession(account, decodeForm(await c.req.text()), pageUrl())),
  );
  app.post("/checkout/sessions/:id/expire", (c) => {
    const session = sessions.get(c.req.param("id"));
    if (!session) return missing("checkout.session", c.req.param("id"));
    if (session.status !== "open")
      return invalid(
        `Only Checkout Sessions with a status in ["open"] can be expired. Its status is ${session.status}.`,
      );
    account.expire(session);
    return c.json(session);
  });
  app.post("/refunds", async (c) => answer(c, createRefund(account, decodeForm(await c.req.text()))));
  app.post("/disputes/:id/close", (c) => {
    const dispute = disputes.get(c.req.param("id"));
    if (!dispute) return missing("dispute", c.req.param("id"));
    account.closeDispute(dispute, "lost");
    return c.json(dispute);
  });
  app.all("*", (c) =>
    stripeError(404, "invalid_request_error", `Unrecognized request URL (${c.req.method}: ${c.req.path}).`),
  );
  return app;
}
