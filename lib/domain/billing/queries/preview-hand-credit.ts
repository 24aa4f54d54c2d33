import { type Actor, customerScopeOf } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal } from "@/lib/domain/kernel/money";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { adjustmentEntries } from "@/lib/domain/wallet/adjustment";
import { getBalance } from "@/lib/domain/wallet/queries";
import type { ExternalAccount } from "@/lib/domain/wallet/types";
import { afterHandCredit, livePayment, missingMicros } from "../hand-credit";
import { canMoveMoney } from "../policy";
import type { HandCreditPreview } from "../types";
import { INVOICE_PARTS, toInvoiceView } from "./invoice-view";
import { originOf, worthMicros } from "./stray-origin";

type ReadDeps = Pick<KernelDeps, "db" | "clock">;
type Previewed = Result<{ preview: HandCreditPreview }>;

interface Wanted {
  invoiceId: string;
  source: ExternalAccount;
  /** Left out: all that is missing. */
  amountMicros?: bigint;
}

async function preview(deps: ReadDeps, { invoiceId, source, amountMicros }: Wanted): Promise<Previewed> {
  const row = await deps.db.invoice.findUnique({ where: { id: invoiceId }, include: INVOICE_PARTS });
  if (!row) return refuse("not_found");
  const micros = amountMicros ?? missingMicros(row);
  const after = afterHandCredit(row, micros);
  if (!after) {
    const waits = row.status === "PENDING" || row.status === "CREATED";
    return refuse(waits ? "amount_too_small" : "invoice_closed");
  }
  const balance = await getBalance(deps, customerScopeOf(row.userId));
  return ok({
    preview: {
      invoice: toInvoiceView(row),
      version: row.version,
      amount: toDecimal(micros),
      after: { status: after.status, exception: after.exception },
      live: livePayment(row, deps.clock.now()),
      posting: {
        entries: adjustmentEntries(balance, micros, source).entries,
        currency: balance.currency,
        seen: `${balance.availableMicros}/${balance.debtMicros}`,
      },
    },
  });
}

/** What marking an invoice as paid would post, without posting. Refusals: forbidden, not_found, invoice_closed. */
export async function previewMarkPaid(
  deps: ReadDeps,
  actor: Actor,
  { invoiceId }: { invoiceId: string },
): Promise<Previewed> {
  if (!canMoveMoney(actor)) return refuse("forbidden");
  return preview(deps, { invoiceId, source: "ext:by_hand" });
}

/**
 * What matching unmatched money to an invoice would do, without doing it. Refusals: forbidden, not_found, conflict
 * (decided already), amount_too_large, amount_too_small, invoice_closed.
 */
export async function previewMatch(
  deps: ReadDeps,
  actor: Actor,
  { strayId, invoiceId, amountMicros }: { strayId: string; invoiceId: string; amountMicros: bigint },
): Promise<Previewed> {
  if (!canMoveMoney(actor)) return refuse("forbidden");
  const stray = await deps.db.unmatchedPayment.findUnique({ where: { id: strayId } });
  if (!stray) return refuse("not_found");
  if (stray.status !== "OPEN") return refuse("conflict");
  const worth = worthMicros(stray);
  if (worth !== null && amountMicros > worth) return refuse("amount_too_large");
  return preview(deps, { invoiceId, amountMicros, source: originOf(stray).source });
}
