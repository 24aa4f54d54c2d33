import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { coins, simulatorPage } from "../gateway/page";
import type { MercadoPagoAccount } from "./account";
import { bankDesk, decide } from "./bank-desk";
import type { Payment } from "./objects";

const STATE: Partial<Record<Payment["status"], string>> = {
  approved: "Paid. The seller has been told.",
  cancelled: "This code has expired. Nothing was charged.",
  refunded: "Paid and refunded.",
  charged_back: "Paid, and given back to the payer.",
};

const isLate = ({ status, detail }: Payment) => status === "cancelled" && detail === "expired";

function lateForm(price: string) {
  return html`<form method="post" class="sheet">
    <h2>Your bank's app</h2>
    <p class="soft gap">A bank can have sent the money in time and told of it afterwards.</p>
    <button name="action" value="pay-late">Pay ${price} late</button>
  </form>`;
}

function ticket(account: MercadoPagoAccount, payment: Payment) {
  const price = coins(payment.cents, payment.currency);
  const preference = payment.preferenceId ? account.preferences.get(payment.preferenceId) : undefined;
  const back = preference?.backUrls.success;
  const state = STATE[payment.status];
  return simulatorPage(
    "MercadoPago",
    `Pix ${price}`,
    html`<div class="sheet">
        <h1>Pix</h1>
        <p class="amount"><bdi dir="ltr">${price}</bdi></p>
        <p class="soft">${payment.description}</p>
      </div>
      ${
        state
          ? html`<div class="sheet"><h2 role="status">${state}</h2></div>
              ${isLate(payment) ? lateForm(price) : ""} ${bankDesk(payment)}`
          : html`<div class="sheet">
              <img class="qr" alt="QR code of the Pix payment" src="data:image/png;base64,${payment.pix?.pngBase64 ?? ""}" />
              <label for="code">Pix copy and paste</label>
              <textarea id="code" readonly dir="ltr">${payment.pix?.code ?? ""}</textarea>
            </div>
            <form method="post" class="sheet">
              <h2>Your bank's app</h2>
              <p class="soft gap">A real bank would scan the code. Here a button does it.</p>
              <button class="main" name="action" value="pay">Pay ${price} by the pretended bank</button>
            </form>`
      }
      ${back ? html`<a class="button" href="${back}">Back to Patchbay</a>` : ""}`,
  );
}

function bankApp(refusal: string | null) {
  return simulatorPage(
    "MercadoPago",
    "Bank app",
    html`<form method="post" class="sheet">
      <h1>The pretended bank's app</h1>
      ${refusal ? html`<p class="bad" role="alert">${refusal}</p>` : ""}
      <label for="code">Paste a Pix code</label>
      <textarea id="code" name="code" dir="ltr" required></textarea>
      <button class="main">Show the payment</button>
    </form>`,
  );
}

/** The page of one Pix payment (its ticket_url), where it is also paid. */
export function ticketPages(account: MercadoPagoAccount) {
  const app = new Hono();
  const find = (c: Context) => {
    account.tick();
    const payment = account.payments.get(Number(c.req.param("id")));
    return payment?.pix ? payment : undefined;
  };
  const unknown = (c: Context) => c.html(bankApp("There is no such payment."), 404);
  app.get("/:id/ticket", (c) => {
    const payment = find(c);
    return payment ? c.html(ticket(account, payment)) : unknown(c);
  });
  app.post("/:id/ticket", async (c) => {
    const payment = find(c);
    if (!payment) return unknown(c);
    const { action } = await c.req.parseBody();
    if (action === "pay") account.settle(payment, "approved", "accredited");
    else if (action === "pay-late" && isLate(payment)) account.change(payment, "approved", "accredited");
    else decide(account, payment, action);
    return c.redirect("ticket", 303);
  });
  return app;
}

/** A bank's app into which the copy-and-paste code is put. */
export function bankPages(account: MercadoPagoAccount) {
  const app = new Hono();
  app.get("/", (c) => c.html(bankApp(null)));
  app.post("/", async (c) => {
    const { code } = await c.req.parseBody();
    const payment = account.findPix(String(code ?? ""));
    return payment
      ? c.redirect(`payments/${payment.id}/ticket`, 303)
      : c.html(bankApp("No payment has this code. Copy all of it."), 404);
  });
  return app;
}
