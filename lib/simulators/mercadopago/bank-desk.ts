import { html } from "hono/html";
import type { MercadoPagoAccount } from "./account";
import type { Payment } from "./objects";

/** What the payer's bank can still do about a payment. */
export function bankDesk(payment: Payment) {
  if (payment.status !== "approved" && payment.status !== "charged_back") return "";
  const isOpen = payment.status === "charged_back" && payment.detail === "in_process";
  return html`<form method="post" class="sheet">
    <h2>The payer's bank</h2>
    ${
      isOpen
        ? html`<p class="soft gap">The payer disputes this payment.</p>
            <button name="action" value="won">Decide for Patchbay</button>
            <button name="action" value="lost">Decide for the payer</button>`
        : payment.status === "charged_back"
          ? html`<p class="soft">The dispute is closed: ${payment.detail}.</p>`
          : html`<p class="soft gap">A payer may dispute a payment for months.</p>
              <button name="action" value="dispute">Dispute this payment</button>`
    }
  </form>`;
}

/** Acts for the payer's bank. */
export function decide(account: MercadoPagoAccount, payment: Payment, action: unknown): void {
  if (action === "dispute" && payment.status === "approved") account.openChargeback(payment);
  if (action === "won" || action === "lost") account.closeChargeback(payment, action);
}
