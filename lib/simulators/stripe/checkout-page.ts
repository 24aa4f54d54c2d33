import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { cardChoice, coins, simulatorPage } from "../gateway/page";
import type { StripeAccount } from "./account";
import { fateOf, TEST_CARDS } from "./cards";
import type { Session } from "./objects";

const WORDS = {
  complete: "This payment is complete. You can close this page.",
  expired: "This page has expired. Nothing was charged.",
} as const;

function openPage(session: Session, refusal: string | null, laterSeconds: number) {
  const price = coins(session.amount_total, session.currency);
  return simulatorPage(
    "Stripe",
    `Pay ${price}`,
    html`<div class="sheet">
        <h1>Pay Patchbay</h1>
        <p class="amount"><bdi dir="ltr">${price}</bdi></p>
        <p class="soft">Reference <bdi dir="ltr">${session.client_reference_id ?? session.id}</bdi></p>
      </div>
      <form method="post" class="sheet">
        ${refusal ? html`<p class="bad" role="alert">${refusal} Choose another card.</p>` : ""}
        ${cardChoice(TEST_CARDS)}
        <button class="main" name="action" value="card">Pay ${price}</button>
      </form>
      <form method="post" class="sheet">
        <h2>Pay by bank</h2>
        <p class="soft gap">The answer comes ${laterSeconds} seconds after you confirm; a real bank takes days.</p>
        <button name="action" value="bank">Pay, the money comes later</button>
        <button name="action" value="bank-fails">Pay, the bank returns it later</button>
      </form>
      <form method="post">
        <button name="action" value="cancel">Cancel and go back</button>
      </form>`,
  );
}

/** What the payer's bank can still do about a payment. */
function bankDesk(account: StripeAccount, session: Session) {
  const charge = account.chargeOf(session);
  if (!charge) return "";
  const status = account.disputeOf(charge)?.status;
  const isOpen = status === "needs_response" || status === "warning_needs_response";
  return html`<form method="post" class="sheet">
    <h2>The payer's bank</h2>
    ${
      isOpen
        ? html`<p class="soft gap">The payer disputes this payment.</p>
            <button name="action" value="won">Decide for Patchbay</button>
            <button name="action" value="lost">Decide for the payer</button>`
        : status
          ? html`<p class="soft">The dispute is closed: ${status.replaceAll("_", " ")}.</p>`
          : html`<p class="soft gap">A payer may dispute a payment for months.</p>
              <button name="action" value="dispute">Dispute this payment</button>`
    }
  </form>`;
}

function closedPage(account: StripeAccount, session: Session, status: "complete" | "expired") {
  const back = session.success_url ?? session.cancel_url;
  return simulatorPage(
    "Stripe",
    status === "complete" ? "Paid" : "Expired",
    html`<div class="sheet"><h1>${WORDS[status]}</h1></div>
      ${bankDesk(account, session)}
      ${back ? html`<a class="button main" href="${withSession(back, session)}">Back to Patchbay</a>` : ""}`,
  );
}

/** Acts for the payer's bank. */
function decide(account: StripeAccount, session: Session, action: unknown): void {
  const charge = account.chargeOf(session);
  if (!charge) return;
  const dispute = account.disputeOf(charge);
  if (action === "dispute" && !dispute) account.openDispute(charge, { isInquiry: false });
  if (dispute && (action === "won" || action === "lost")) account.closeDispute(dispute, action);
}

/** Stripe puts the session's id where the merchant asked for it. */
const withSession = (url: string, session: Session) => url.replaceAll("{CHECKOUT_SESSION_ID}", session.id);

/** The page that a payer sees: /c/pay/:id. Links and forms are relative, so that a proxy may stand in front. */
export function checkoutPages(account: StripeAccount) {
  const app = new Hono();
  const laterSeconds = Math.round(account.options.laterMs / 1_000);
  const show = (c: Context, session: Session, refusal: string | null = null) =>
    session.status === "open"
      ? c.html(openPage(session, refusal, laterSeconds))
      : c.html(closedPage(account, session, session.status));
  const unknown = (c: Context) =>
    c.html(
      simulatorPage(
        "Stripe",
        "Unknown payment",
        html`<div class="sheet"><h1>There is no such payment</h1><p class="soft">The simulator may have been started again since.</p></div>`,
      ),
      404,
    );
  app.get("/:id", (c) => {
    account.tick();
    const session = account.sessions.get(c.req.param("id"));
    return session ? show(c, session) : unknown(c);
  });
  app.post("/:id", async (c) => {
    account.tick();
    const session = account.sessions.get(c.req.param("id"));
    if (!session) return unknown(c);
    const form = await c.req.parseBody();
    if (session.status !== "open") {
      decide(account, session, form.action);
      return show(c, session);
    }
    const goTo = (url: string | null) =>
      url ? c.redirect(withSession(url, session), 303) : show(c, session);
    switch (form.action) {
      case "cancel":
        return goTo(session.cancel_url);
      case "bank":
      case "bank-fails":
        account.payLater(session, form.action === "bank" ? "succeeds" : "fails");
        return goTo(session.success_url);
      default: {
        const number = String(form.card ?? "");
        const fate = fateOf(number);
        if (!fate) return show(c, session, "That is not one of the test cards.");
        const refusal = account.payByCard(session, number, fate);
        return refusal ? show(c, session, refusal) : goTo(session.success_url);
      }
    }
  });
  return app;
}
