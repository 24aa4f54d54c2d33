import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { cardChoice, coins, simulatorPage } from "../gateway/page";
import type { Attempt, MercadoPagoAccount } from "./account";
import { bankDesk, decide } from "./bank-desk";
import { type Payment, type Preference, total } from "./objects";

const rejected = (detail: string): Attempt => ({ method: "visa", status: "rejected", detail });
const inReview: Attempt = { method: "visa", status: "in_process", detail: "pending_review_manual" };
const accredited = { status: "approved", detail: "accredited" } as const;

/** MercadoPago's test card with the holder names that decide the outcome (developers site, "test cards"). */
const CARDS: readonly { number: string; label: string; attempt: Attempt }[] = [
  { number: "APRO", label: "Approved", attempt: { method: "visa", ...accredited } },
  { number: "OTHE", label: "Rejected, no reason given", attempt: rejected("cc_rejected_other_reason") },
  {
    number: "FUND",
    label: "Rejected, too little money",
    attempt: rejected("cc_rejected_insufficient_amount"),
  },
  {
    number: "EXPI",
    label: "Rejected, the expiry date is wrong",
    attempt: rejected("cc_rejected_bad_filled_date"),
  },
  { number: "CONT", label: "In review, approved soon after", attempt: { ...inReview, later: accredited } },
  {
    number: "CALL",
    label: "In review, rejected soon after",
    attempt: { ...inReview, later: { status: "rejected", detail: "cc_rejected_call_for_authorize" } },
  },
];

const BOLETO: Attempt = {
  method: "bolbradesco",
  status: "pending",
  detail: "pending_waiting_payment",
  later: accredited,
};

const PIX: Attempt = { method: "pix", status: "pending", detail: "pending_waiting_transfer" };

/** The attempt of a card's holder name, or of the other buttons; undefined for what is not offered. */
export const attemptOf = (choice: string): Attempt | undefined =>
  choice === "boleto" ? BOLETO : CARDS.find(({ number }) => number === choice)?.attempt;

/** Where the payer goes afterwards, with what MercadoPago adds to the address. */
function backUrl(preference: Preference, payment: Payment): string | undefined {
  const kind =
    payment.status === "approved" ? "success" : payment.status === "rejected" ? "failure" : "pending";
  const base = preference.backUrls[kind] ?? preference.backUrls.success;
  if (!base) return undefined;
  const url = new URL(base);
  const extra: Record<string, string> = {
    collection_id: String(payment.id),
    collection_status: payment.status,
    payment_id: String(payment.id),
    status: payment.status,
    external_reference: payment.externalReference ?? "",
    preference_id: preference.id,
  };
  for (const [name, value] of Object.entries(extra)) url.searchParams.set(name, value);
  return url.toString();
}

function openPage(preference: Preference, refusal: string | null, laterSeconds: number) {
  const price = coins(total(preference), preference.items[0]?.currency ?? "BRL");
  return simulatorPage(
    "MercadoPago",
    `Pay ${price}`,
    html`<div class="sheet">
        <h1>${preference.items[0]?.title ?? "Payment"}</h1>
        <p class="amount"><bdi dir="ltr">${price}</bdi></p>
        <p class="soft">Reference <bdi dir="ltr">${preference.externalReference ?? preference.id}</bdi></p>
      </div>
      <form method="post" class="sheet">
        ${refusal ? html`<p class="bad" role="alert">The card was refused (${refusal}). Choose another one.</p>` : ""}
        ${cardChoice(CARDS)}
        <button class="main" name="action" value="card">Pay ${price}</button>
      </form>
      <form method="post" class="sheet">
        <h2>Other ways to pay</h2>
        <button name="action" value="pix">Pay by Pix</button>
        <button name="action" value="boleto">Pay by boleto, the money comes in ${laterSeconds} seconds</button>
      </form>
      <form method="post"><button name="action" value="cancel">Cancel and go back</button></form>`,
  );
}

function closedPage(account: MercadoPagoAccount, preference: Preference, words: string) {
  const paid = account.of(preference).findLast(({ approvedAt }) => approvedAt !== null);
  const back = preference.backUrls.success;
  return simulatorPage(
    "MercadoPago",
    "Closed",
    html`<div class="sheet"><h1>${words}</h1></div>
      ${paid ? bankDesk(paid) : ""}
      ${back ? html`<a class="button main" href="${back}">Back to Patchbay</a>` : ""}`,
  );
}

/** Checkout Pro's page, /checkout/v1/redirect?pref_id=…, with relative forms so that a proxy may stand in front. */
export function checkoutPages(account: MercadoPagoAccount) {
  const app = new Hono();
  const laterSeconds = Math.round(account.options.laterMs / 1_000);
  const find = (c: Context) => account.preferences.get(c.req.query("pref_id") ?? "");
  const show = (c: Context, preference: Preference, refusal: string | null = null) => {
    if (account.isPaid(preference))
      return c.html(closedPage(account, preference, "This payment is complete. You can close this page."));
    if (account.isExpired(preference))
      return c.html(closedPage(account, preference, "This page has expired. Nothing was charged."));
    return c.html(openPage(preference, refusal, laterSeconds));
  };
  const unknown = (c: Context) =>
    c.html(
      simulatorPage(
        "MercadoPago",
        "Unknown payment",
        html`<div class="sheet"><h1>There is no such payment</h1></div>`,
      ),
      404,
    );
  app.get("/", (c) => {
    account.tick();
    const preference = find(c);
    return preference ? show(c, preference) : unknown(c);
  });
  app.post("/", async (c) => {
    account.tick();
    const preference = find(c);
    if (!preference) return unknown(c);
    const form = await c.req.parseBody();
    if (form.action === "cancel") {
      const back = preference.backUrls.failure ?? preference.backUrls.success;
      return back ? c.redirect(back, 303) : show(c, preference);
    }
    if (account.isPaid(preference) || account.isExpired(preference)) {
      const paid = account.of(preference).findLast(({ approvedAt }) => approvedAt !== null);
      if (paid) decide(account, paid, form.action);
      return show(c, preference);
    }
    if (form.action === "pix") {
      const payment = account.pay(preference, PIX);
      return c.redirect(`../../payments/${payment.id}/ticket`, 303);
    }
    const attempt = attemptOf(form.action === "boleto" ? "boleto" : String(form.card ?? ""));
    if (!attempt) return show(c, preference, "not a test card");
    const payment = account.pay(preference, attempt);
    if (payment.status === "rejected") return show(c, preference, payment.detail);
    const back = backUrl(preference, payment);
    return back ? c.redirect(back, 303) : show(c, preference);
  });
  return app;
}
