import { Hono } from "hono";
import { html } from "hono/html";
import { createSimulatedClock, type SimulatedClock } from "../gateway/clock";
import { Faults } from "../gateway/faults";
import { IdempotencyKeys } from "../gateway/idempotency";
import { listen } from "../gateway/listen";
import { type Notification, Notifier, type NotifierOptions } from "../gateway/notifier";
import { coins, simulatorPage } from "../gateway/page";
import { openStateFile } from "../gateway/state-file";
import { MercadoPagoAccount } from "./account";
import { checkoutPages } from "./checkout-page";
import { mercadoPagoControl } from "./control";
import { COLLECTOR_ID, type Payment } from "./objects";
import { bankPages, ticketPages } from "./pix-page";
import { mercadoPagoApi } from "./routes";
import { type SignatureStyle, signNotification } from "./signature";

/** The token with which the demo talks to the simulator. It opens nothing else. */
export const SIMULATED_MERCADOPAGO_TOKEN = "TEST-simulated";

export interface MercadoPagoSimulatorOptions {
  /** 0 takes a free one. */
  port: number;
  /** For the control API. */
  secret: string;
  webhookSecret: string;
  /** Where notifications go when the payment names no address; null sends those none. */
  webhookUrl: string | null;
  /** Where payers reach the hosted pages, when a proxy stands in front. */
  publicUrl?: string;
  accessToken?: string;
  /** Remembers everything over a restart. */
  stateFile?: string;
  clock?: SimulatedClock;
  /** Milliseconds until reviews end and boletos are paid. */
  laterMs?: number;
  retryMs?: NotifierOptions["retryMs"];
  log?(line: string): void;
  die?(): void;
}

const LATER_MS = 8_000;
const TICK_MS = 500;
const KEPT = 1_000;

function overview(account: MercadoPagoAccount) {
  const rows = [...account.payments.values()].slice(-20).reverse();
  return simulatorPage(
    "MercadoPago",
    "Payments",
    html`<div class="sheet scroll">
        <h1>Payments</h1>
        <table>
          <tr><th scope="col">Reference</th><th scope="col">Amount</th><th scope="col">Status</th></tr>
          ${rows.map(
            (payment) => html`<tr>
              <td>${payment.pix ? html`<a href="payments/${payment.id}/ticket">${payment.externalReference ?? payment.id}</a>` : (payment.externalReference ?? payment.id)}</td>
              <td>${coins(payment.cents, payment.currency)}</td>
              <td>${payment.status}, ${payment.detail}</td>
            </tr>`,
          )}
        </table>
      </div>
      <a class="button" href="bank">Pay a Pix code</a>`,
  );
}

/** Starts a stand-in for MercadoPago on loopback: the API, Checkout Pro, Pix, signed notifications, the control API. */
export async function startMercadoPagoSimulator(options: MercadoPagoSimulatorOptions) {
  const clock = options.clock ?? createSimulatedClock();
  const faults = new Faults();
  const keys = new IdempotencyKeys();
  const signature: SignatureStyle = { unit: "ms", lowerCase: false, isMissing: false };
  const sent: Notification[] = [];
  let webhookUrl = options.webhookUrl;
  let pageUrl = options.publicUrl ?? "";
  let nextId = Date.now() * 100;

  const notifier = new Notifier({
    sign: ({ url, type, dataId }, spoilt) =>
      signNotification({
        url: url ?? "",
        secret: options.webhookSecret,
        dataId: dataId ?? "",
        type,
        nowMs: clock.realNow(),
        style: signature,
        spoilt,
      }),
    ...(options.retryMs && { retryMs: options.retryMs }),
    ...(options.log && { log: options.log }),
  });

  function notify(payment: Payment, type: string, action: string, dataId: string): void {
    file.touch();
    nextId += 1;
    const body = JSON.stringify({
      id: nextId,
      live_mode: false,
      type,
      date_created: new Date(clock.now()).toISOString(),
      user_id: COLLECTOR_ID,
      api_version: "v1",
      action,
      data: { id: dataId },
    });
    const notification = {
      id: String(nextId),
      type,
      url: payment.notificationUrl ?? webhookUrl,
      body,
      dataId,
    };
    sent.push(notification);
    if (sent.length > KEPT) sent.shift();
    notifier.notify(notification);
  }

  const account = new MercadoPagoAccount({
    clock,
    laterMs: options.laterMs ?? LATER_MS,
    onChange: (payment, action) => notify(payment, "payment", action, String(payment.id)),
    onChargeback: (payment, id) => notify(payment, "topic_chargebacks_wh", "chargeback", id),
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
    mercadoPagoControl(account, {
      secret: options.secret,
      clock,
      faults,
      notifier,
      signature,
      pageUrl: () => pageUrl,
      sent: () => sent,
      setWebhookUrl(url) {
        webhookUrl = url;
      },
      reset: () => {
        account.clear();
        keys.clear();
        sent.length = 0;
      },
      die: options.die ?? (() => undefined),
    }),
  );
  app.route("/checkout/v1/redirect", checkoutPages(account));
  app.route("/payments", ticketPages(account));
  app.route("/bank", bankPages(account));
  const accessToken = options.accessToken ?? SIMULATED_MERCADOPAGO_TOKEN;
  app.route("/", mercadoPagoApi({ account, accessToken, keys, faults, pageUrl: () => pageUrl }));

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
