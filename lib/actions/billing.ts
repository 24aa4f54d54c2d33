"use server";

import { refresh } from "next/cache";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { cancelInvoice } from "@/lib/domain/billing/commands/cancel-invoice";
import { cancelWithdrawal } from "@/lib/domain/billing/commands/cancel-withdrawal";
import { changeMethod } from "@/lib/domain/billing/commands/change-method";
import { closeInvoice } from "@/lib/domain/billing/commands/close-invoice";
import { decideStray } from "@/lib/domain/billing/commands/decide-stray";
import { decideWithdrawal } from "@/lib/domain/billing/commands/decide-withdrawal";
import { liftFreeze } from "@/lib/domain/billing/commands/freeze-wallet";
import { markInvoicePaid } from "@/lib/domain/billing/commands/mark-invoice-paid";
import { refundPayment } from "@/lib/domain/billing/commands/refund-payment";
import { requestWithdrawal } from "@/lib/domain/billing/commands/request-withdrawal";
import { resolveAlert } from "@/lib/domain/billing/commands/resolve-alert";
import { startTopUp } from "@/lib/domain/billing/commands/start-top-up";
import { testConnection } from "@/lib/domain/billing/commands/test-connection";
import { checkWithdrawal } from "@/lib/domain/billing/queries/check-withdrawal";
import { getInvoice, listStaffInvoices } from "@/lib/domain/billing/queries/invoices";
import { previewMarkPaid, previewMatch } from "@/lib/domain/billing/queries/preview-hand-credit";
import { readSeller } from "@/lib/domain/billing/queries/seller";
import {
  closeInvoiceSchema,
  connectionSchema,
  decideStraySchema,
  findInvoicesSchema,
  invoiceIdSchema,
  liftFreezeSchema,
  markInvoicePaidSchema,
  methodSettingsSchema,
  previewMatchSchema,
  refundPaymentSchema,
  resolveAlertSchema,
  startTopUpSchema,
} from "@/lib/domain/billing/schema";
import {
  checkWithdrawalSchema,
  decideWithdrawalSchema,
  requestWithdrawalSchema,
  withdrawalIdSchema,
} from "@/lib/domain/billing/withdrawal-schema";
import { findMailRecipient } from "@/lib/domain/identity/queries";
import { LOCALES } from "@/lib/domain/identity/schema";
import { customerScope } from "@/lib/domain/kernel/actor";
import { refuse } from "@/lib/domain/kernel/result";
import { absoluteUrl } from "@/lib/emails/absolute-url";
import { invoiceRows } from "@/lib/emails/invoice-rows";
import { renderMail } from "@/lib/emails/render-mail";
import { localePath } from "@/lib/i18n/locale-path";
import { routes } from "@/lib/routes";
import { staffAction, takeLimit, userAction } from "./client";
import { connectionSentence } from "./connection-sentence";
import { formInput } from "./form-input";

/** Begins a top-up and tells where to pay. */
export const startTopUpAction = userAction
  .inputSchema(startTopUpSchema)
  .action(async ({ parsedInput, ctx }) =>
    startTopUp(ctx.deps, ctx.actor, { ...parsedInput, localePath: localePath(await getLocale()) }),
  );

/** Takes one's own unpaid invoice back. */
export const cancelInvoiceAction = userAction
  .inputSchema(invoiceIdSchema)
  .action(async ({ parsedInput, ctx }) => {
    const answer = await cancelInvoice(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

/** Mails a copy of one's own invoice to one's own address; a few an hour. Refusals: not_found, email_needed, rate_limited. */
export const mailInvoiceAction = userAction
  .inputSchema(invoiceIdSchema)
  .action(async ({ parsedInput: { invoiceId }, ctx: { deps, actor } }) => {
    const invoice = await getInvoice(deps, customerScope(actor), invoiceId);
    if (!invoice) return refuse("not_found");
    const to = await findMailRecipient(deps, actor.userId);
    if (!to) return refuse("email_needed");
    await takeLimit("invoice.mail", actor.userId);
    const locale = LOCALES.find((known) => known === to.locale) ?? "en";
    const format = await getFormatter({ locale });
    const parties = { seller: await readSeller(deps, invoiceId), buyer: to.name };
    const mail = await renderMail("invoiceCopy", to, {
      url: absoluteUrl(deps.env.publicUrl, to.locale, routes.invoice(invoiceId)),
      values: { number: String(invoice.number) },
      rows: invoiceRows(invoice, parties, {
        t: await getTranslations({ locale, namespace: "billing" }),
        time: (at) => format.dateTime(new Date(at), "long"),
        locale,
      }),
    });
    await deps.mailer.send(mail);
    return { ok: true as const, email: to.email };
  });

/** An administrator gives a payment back to where it came from. */
export const refundPaymentAction = staffAction("ADMIN")
  .inputSchema(formInput(refundPaymentSchema))
  .stateAction(async ({ parsedInput, ctx }) => {
    const answer = await refundPayment(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

/** An administrator has seen to an alert. */
export const resolveAlertAction = staffAction("ADMIN")
  .inputSchema(formInput(resolveAlertSchema))
  .stateAction(async ({ parsedInput, ctx }) => {
    const answer = await resolveAlert(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

/** An administrator decides what money is that no invoice asked for. */
export const decideStrayAction = staffAction("ADMIN")
  .inputSchema(formInput(decideStraySchema))
  .stateAction(async ({ parsedInput, ctx }) => {
    const answer = await decideStray(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

/** An administrator changes how a way of paying is run. */
export const changeMethodAction = staffAction("ADMIN")
  .inputSchema(formInput(methodSettingsSchema))
  .stateAction(async ({ parsedInput, ctx }) => {
    const answer = await changeMethod(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

/** An administrator lets a wallet pay again. */
export const liftFreezeAction = staffAction("ADMIN")
  .inputSchema(formInput(liftFreezeSchema))
  .stateAction(async ({ parsedInput, ctx }) => {
    const answer = await liftFreeze(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

/** An administrator ends an invoice that waits. */
export const closeInvoiceAction = staffAction("ADMIN")
  .inputSchema(formInput(closeInvoiceSchema))
  .stateAction(async ({ parsedInput, ctx }) => {
    const answer = await closeInvoice(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

/** What marking an invoice as paid would post, before it is posted. */
export const previewMarkPaidAction = staffAction("ADMIN")
  .inputSchema(invoiceIdSchema)
  .action(({ parsedInput, ctx }) => previewMarkPaid(ctx.deps, ctx.actor, parsedInput));

/** An administrator writes down that an invoice was paid where no gateway tells of it. */
export const markInvoicePaidAction = staffAction("ADMIN")
  .inputSchema(markInvoicePaidSchema)
  .action(async ({ parsedInput, ctx }) => {
    const answer = await markInvoicePaid(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

const FOUND = { page: 1, pageSize: 8, direction: "desc" } as const;

/** The invoices that unmatched money may belong to. */
export const findInvoicesAction = staffAction("ADMIN")
  .inputSchema(findInvoicesSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { rows } = await listStaffInvoices(ctx.deps, ctx.actor, parsedInput, FOUND);
    return { invoices: rows };
  });

/** What matching unmatched money to an invoice would do, before it is done. */
export const previewMatchAction = staffAction("ADMIN")
  .inputSchema(previewMatchSchema)
  .action(({ parsedInput, ctx }) => previewMatch(ctx.deps, ctx.actor, parsedInput));

/** An administrator says which invoice unmatched money is of. */
export const matchStrayAction = staffAction("ADMIN")
  .inputSchema(decideStraySchema)
  .action(async ({ parsedInput, ctx }) => {
    const answer = await decideStray(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

/** Tells what would be refused about a request, before it is confirmed. */
export const checkWithdrawalAction = userAction
  .inputSchema(checkWithdrawalSchema)
  .action(({ parsedInput, ctx }) => checkWithdrawal(ctx.deps, ctx.actor, parsedInput));

/** Asks for money back and tells which request it is. */
export const requestWithdrawalAction = userAction
  .inputSchema(requestWithdrawalSchema)
  .action(({ parsedInput, ctx }) => requestWithdrawal(ctx.deps, ctx.actor, parsedInput));

/** Takes one's own waiting request back. */
export const cancelWithdrawalAction = userAction
  .inputSchema(withdrawalIdSchema)
  .action(async ({ parsedInput, ctx }) => {
    const answer = await cancelWithdrawal(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

/** An administrator approves a withdrawal, refuses it, or says how it was paid out. */
export const decideWithdrawalAction = staffAction("ADMIN")
  .inputSchema(formInput(decideWithdrawalSchema))
  .stateAction(async ({ parsedInput, ctx }) => {
    const answer = await decideWithdrawal(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

/** An administrator asks a gateway, a chain or a source of prices something harmless; a dozen a minute. Tells in words. */
export const testConnectionAction = staffAction("ADMIN")
  .inputSchema(connectionSchema)
  .action(async ({ parsedInput, ctx }) => {
    await takeLimit("connection.test", ctx.actor.userId);
    const answer = await testConnection(ctx.deps, ctx.actor, parsedInput.name);
    if (!answer.ok) return answer;
    refresh();
    return { ok: true as const, ...(await connectionSentence(answer.test)) };
  });
