import { createHmac } from "node:crypto";
import { Hono } from "hono";
import { html } from "hono/html";
import { createSimulatedClock, type SimulatedClock } from "../gateway/clock";
import { Faults } from "../gateway/faults";
import { IdempotencyKeys } from "../gateway/idempotency";
import { listen } from "../gateway/listen";
import { type Notification, Notifier, type NotifierOptions } from "../gateway/notifier";
import { coins, simulatorPage } from "../gateway/page";
import { openStateFile } from "../gateway/state-file";
import { StripeAccount } from "./account";
import { checkoutPages } from "./checkout-page";
import { stripeControl } from "./control";
import type { StripeEvent } from "./objects";
import { stripeApi } from "./routes";

/** The key with which the demo talks to the simulator. It opens nothing else. */
export const SIMULATED_STRIPE_KEY = "sk_test_simulated";

export interface StripeSimulatorOptions {
  /** 0 takes a free one. */
  port: number;
  /** For the control API. */
  secret: string;
  webhookSecret: string;
  /** Where events are sent; null sends none. */
  webhookUrl: string | null;
  /** Where payers reach the hosted page, when a proxy stands in front. */
  publicUrl?: string;
  secretKey?: string;
  /** Remembers everything over a restart. */
  stateFile?: string;
  clock?: SimulatedClock;
  /** Milliseconds until delayed money comes and a "disputed later" card is disputed. */
  laterMs?: number;
  retryMs?: NotifierOptions["retryMs"];
  log?(line: string): void;
  die?(): void;
}

/** 2026-10-28.endive: events are written in the version that the account pins. */
const API_VERSION = "2026-10-28.endive";
const LATER_MS = 8_000;
const TICK_MS = 500;

/** Stripe-Signature: `t=…,v1=hex(HMAC-SHA256(secret, "t.body"))` (docs.stripe.com/webhooks/signature). */
function signature(secret: string, timestamp: number, body: string): string {
  const hmac = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
  return `t=${timestamp},v1=${hmac}`;
}

function overview(account: StripeAccount) {
  const rows = [...account.sessions.values()].slice(-20).reverse();
  return simulatorPage(
    "Stripe",
    "Sessions",
    html`<div class="sheet scroll">
      <h1>Checkout sessions</h1>
      <table>
        <tr><th scope="col">Reference</th><th scope="col">Amount</th><th scope="col">Status</th></tr>
        ${rows.map(
          (session) => html`<tr>
            <td><a href="c/pay/${session.id}">${session.client_reference_id ?? session.id}</a></td>
            <td>${coins(session.amount_total, session.currency)}</td>
            <td>${session.status}, ${session.payment_status}</td>
          </tr>`,
        )}
      </table>
    </div>`,
  );
}

/** Starts a stand-in for Stripe on loopback: API v1, the hosted page, signed events, the control API. */
export async function startStripeSimulator(options: StripeSimulatorOptions) {
  const clock = options.clock ?? createSimulatedClock();
  const faults = new Faults();
  const keys = new IdempotencyKeys();
  let webhookUrl = options.webhookUrl;
  let pageUrl = options.publicUrl ?? "";
  const notifier = new Notifier({
    sign({ url, body }, { wrongSecret, skewSeconds }) {
      const timestamp = Math.floor(clock.realNow() / 1_000) + skewSeconds;
      const secret = wrongSecret ? "whsec_of_somebody_else" : options.webhookSecret;
      return { url: url ?? "", headers: { "stripe-signature": signature(secret, timestamp, body) } };
    },
    ...(options.retryMs && { retryMs: options.retryMs }),
    ...(options.log && { log: options.log }),
  });
  const asNotification = (event: StripeEvent): Notification => ({
    id: event.id,
    type: event.type,
    url: webhookUrl,
    body: JSON.stringify(event),
  });
  const account = new StripeAccount({
    clock,
    apiVersion: API_VERSION,
    laterMs: options.laterMs ?? LATER_MS,
    onEvent: (event) => {
      file.touch();
      notifier.notify(asNotification(event));
    },
  });

  const file = openStateFile(options.stateFile, () => account.snapshot());
  const kept = file.load();
  if (kept) account.restore(kept);

  const app = new Hono();
  app.use(async (_, next) => {
    await next();
    file.touch();
  });
  app.get("/", (c) => c.html(overview(account)));
  app.route(
    "/__control",
    stripeControl(account, {
      secret: options.secret,
      clock,
      faults,
      notifier,
      sent: () => account.events.map(asNotification),
      setWebhookUrl(url) {
        webhookUrl = url;
      },
      reset: () => {
        account.clear();
        keys.clear();
      },
      die: options.die ?? (() => undefined),
    }),
  );
  app.route("/c/pay", checkoutPages(account));
  const secretKey = options.secretKey ?? SIMULATED_STRIPE_KEY;
  app.route("/v1", stripeApi({ account, secretKey, keys, faults, pageUrl: () => pageUrl }));

  const { url, close } = await listen(app, options.port);
  pageUrl ||= url;
  const ticking = setInterval(() => account.tick(), TICK_MS);
  ticking.unref();
  return {
    url,
    account,
    notifier,
    faults,
    clock,
    async close() {
      clearInterval(ticking);
      file.close();
      notifier.close();
      await close();
    },
  };
}
