import type { z } from "@hono/zod-openapi";
import { cancelInvoice as cancel } from "@/lib/domain/billing/commands/cancel-invoice";
import { startTopUp } from "@/lib/domain/billing/commands/start-top-up";
import { listInvoicesBefore, getInvoice as readInvoice } from "@/lib/domain/billing/queries/invoices";
import { readTopUpOffer } from "@/lib/domain/billing/queries/top-up-offer";
import type { InvoiceView } from "@/lib/domain/billing/types";
import { parseDecimal, toDecimal } from "@/lib/domain/kernel/money";
import { ok, refuse } from "@/lib/domain/kernel/result";
import { listPendingHolds, listStatementAfter } from "@/lib/domain/wallet/queries/statement";
import { balanceOfKey } from "../../keys/key-balance";
import { type Call, implement } from "../call";
import { badCursor, cutPage, numberAlone, pageSize, readCursor, timeAndId } from "../cursor";
import {
  cancelInvoice,
  createInvoice,
  getInvoice,
  getWallet,
  listEntries,
  listHolds,
  listInvoices,
  listTopUpMethods,
} from "../operations/wallet";
import type { invoice } from "../schemas/wallet";
import { usd, usdOfMicros } from "./money";
import { isUuid } from "./uuid";

function invoiceAnswer(view: InvoiceView): z.input<typeof invoice> {
  return {
    id: view.id,
    number: view.number,
    purpose: view.purpose,
    method: view.paymentMethod,
    status: view.status,
    exception: view.exception,
    amount: usd(view.amountUsd),
    fee: usd(view.fee),
    tax: usd(view.tax),
    total: usd(view.total),
    credited: usd(view.credited),
    refunded: usd(view.refunded),
    charge: { amount: view.chargeAmount, currency: view.chargeCurrency },
    payment: {
      url: view.pixCode === null ? view.gatewayUrl : null,
      pixCode: view.pixCode,
      address: view.address,
      asset: view.asset,
      network: view.network,
      amountAsset: view.amountAsset,
    },
    payments: view.payments.map((payment) => ({
      id: payment.id,
      status: payment.status,
      amount: payment.amount,
      currency: payment.currency,
      credited: usd(payment.credited),
      confirmations: payment.confirmations,
      createdAt: payment.createdAt,
    })),
    planId: view.planId,
    subscriptionId: view.subscriptionId,
    expiresAt: view.expiresAt,
    paidAt: view.paidAt,
    canceledAt: view.canceledAt,
    createdAt: view.createdAt,
  };
}

async function answerInvoice<Q, B>({ deps, scope }: Call<unknown, Q, B>, id: string) {
  const view = await readInvoice(deps, scope, id);
  return view ? ok({ answer: invoiceAnswer(view) }) : refuse("not_found");
}

export const WALLET_HANDLERS = [
  implement(getWallet, async ({ deps, key }) => {
    const balance = await balanceOfKey(deps, key);
    return ok({
      answer: {
        available: usdOfMicros(balance.availableMicros),
        held: usdOfMicros(balance.heldMicros),
        debt: usdOfMicros(balance.debtMicros),
      },
    });
  }),
  implement(listHolds, async ({ deps, scope }) => {
    const holds = await listPendingHolds(deps, scope);
    const data = holds.map((hold) => ({
      id: hold.id,
      amount: { amount: toDecimal(hold.amountMicros), currency: hold.currency },
      expiresAt: hold.expiresAt,
      numberId: hold.order?.id ?? null,
      withdrawalId: hold.withdrawal?.id ?? null,
    }));
    return ok({ answer: { data, nextCursor: null } });
  }),
  implement(listEntries, async ({ deps, scope, query }) => {
    const position = query.cursor === undefined ? null : readCursor(timeAndId, query.cursor);
    if (query.cursor !== undefined && !position) return badCursor();
    const limit = pageSize(query.limit);
    const { type, from, to } = query;
    const lines = await listStatementAfter(
      deps,
      scope,
      { ...(type ? { type } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) },
      { after: position && { at: new Date(position[0]), id: position[1] }, limit: limit + 1 },
    );
    const { rows, nextCursor } = cutPage(lines, limit, (line) => [line.createdAt, line.id]);
    const data = rows.map((line) => ({
      id: line.id,
      type: line.type,
      status: line.status,
      amount: { amount: toDecimal(line.amountMicros), currency: line.currency },
      availableAfter: line.availableAfterMicros === null ? null : usdOfMicros(line.availableAfterMicros),
      description: line.description,
      numberId: line.orderId,
      invoiceId: line.invoice?.id ?? null,
      createdAt: line.createdAt,
    }));
    return ok({ answer: { data, nextCursor } });
  }),
  implement(listTopUpMethods, async ({ deps, actor }) => {
    const { methods } = await readTopUpOffer(deps, actor);
    const data = methods.map((method) => ({
      method: method.method,
      chargeCurrency: method.chargeCurrency,
      minimum: usdOfMicros(method.minimumMicros),
      maximum: usdOfMicros(method.maximumMicros),
      feePercent: String(method.feeBps / 100),
      isAvailable: !method.isAway,
    }));
    return ok({ answer: { data, nextCursor: null } });
  }),
  implement(createInvoice, async (call) => {
    const { deps, actor, body } = call;
    const amountMicros = parseDecimal(body.amount) ?? 0n;
    if (amountMicros <= 0n) return refuse("amount_too_small");
    const started = await startTopUp(deps, actor, {
      amountMicros,
      method: body.method,
      key: call.idempotencyKey,
    });
    return started.ok ? answerInvoice(call, started.invoiceId) : started;
  }),
  implement(listInvoices, async ({ deps, scope, query }) => {
    const position = query.cursor === undefined ? null : readCursor(numberAlone, query.cursor);
    if (query.cursor !== undefined && !position) return badCursor();
    const limit = pageSize(query.limit);
    const invoices = await listInvoicesBefore(deps, scope, query.status ? { status: query.status } : {}, {
      before: position?.[0] ?? null,
      limit: limit + 1,
    });
    const { rows, nextCursor } = cutPage(invoices, limit, ({ number }) => [number]);
    return ok({ answer: { data: rows.map(invoiceAnswer), nextCursor } });
  }),
  implement(getInvoice, (call) => answerInvoice(call, call.params.id)),
  implement(cancelInvoice, async (call) => {
    const { id } = call.params;
    if (!isUuid(id)) return refuse("not_found");
    const canceled = await cancel(call.deps, call.actor, { invoiceId: id });
    return canceled.ok ? answerInvoice(call, id) : canceled;
  }),
];
