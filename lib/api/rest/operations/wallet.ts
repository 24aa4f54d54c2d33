import { operation } from "../operation";
import {
  entriesQuery,
  entryList,
  holdList,
  invoice,
  invoiceList,
  invoiceParams,
  invoicesQuery,
  topUpBody,
  topUpMethodList,
  wallet,
} from "../schemas/wallet";
import { one, SAMPLE_ID, usd } from "./sample";

const INVOICE = {
  id: SAMPLE_ID.invoice,
  number: 1042,
  purpose: "TOP_UP",
  method: "CARD",
  status: "PENDING",
  exception: "NONE",
  amount: usd("25.00"),
  fee: usd("0.00"),
  tax: usd("0.00"),
  total: usd("25.00"),
  credited: usd("0.00"),
  refunded: usd("0.00"),
  charge: { amount: "25", currency: "USD" },
  payment: {
    url: "https://checkout.example.com/c/pay/cs_123",
    pixCode: null,
    address: null,
    asset: null,
    network: null,
    amountAsset: null,
  },
  payments: [],
  planId: null,
  subscriptionId: null,
  expiresAt: "2026-11-21T12:31:00.000Z",
  paidAt: null,
  canceledAt: null,
  createdAt: "2026-11-21T12:00:00.000Z",
};

export const getWallet = operation({
  id: "getWallet",
  method: "get",
  path: "/wallet",
  tag: "Wallet",
  summary: "Read the balance",
  description:
    "What can be spent and what is set aside. A sandbox key sees play money that is never used up.",
  scope: "wallet:read",
  answer: wallet,
  status: 200,
  refusals: [],
  example: { answer: { available: usd("24.65"), held: usd("0.35"), debt: usd("0.00") } },
});

export const listHolds = operation({
  id: "listHolds",
  method: "get",
  path: "/wallet/holds",
  tag: "Wallet",
  summary: "List what is held",
  description: "The money that is set aside now: for what, and until when. At most a hundred.",
  scope: "wallet:read",
  answer: holdList,
  status: 200,
  needsLiveKey: true,
  refusals: [],
  example: {
    answer: one({
      id: "9120",
      amount: usd("0.35"),
      expiresAt: "2026-11-21T13:20:00.000Z",
      numberId: SAMPLE_ID.number,
      withdrawalId: null,
    }),
  },
});

export const listEntries = operation({
  id: "listEntries",
  method: "get",
  path: "/wallet/entries",
  tag: "Wallet",
  summary: "List the entries of the wallet",
  description: "Your statement, newest first: every deposit, purchase, refund and correction.",
  scope: "wallet:read",
  query: entriesQuery,
  answer: entryList,
  status: 200,
  needsLiveKey: true,
  refusals: [],
  example: {
    query: { limit: "1" },
    answer: one({
      id: SAMPLE_ID.entry,
      type: "DEPOSIT",
      status: "COMPLETED",
      amount: usd("25.00"),
      availableAfter: usd("25.00"),
      description: null,
      numberId: null,
      invoiceId: SAMPLE_ID.invoice,
      createdAt: "2026-11-21T11:40:00.000Z",
    }),
  },
});

export const listTopUpMethods = operation({
  id: "listTopUpMethods",
  method: "get",
  path: "/wallet/top-up-methods",
  tag: "Wallet",
  summary: "List the ways to pay",
  description: "How you can bring money in now, with limits and fees.",
  scope: "wallet:read",
  answer: topUpMethodList,
  status: 200,
  needsLiveKey: true,
  refusals: [],
  example: {
    answer: one({
      method: "CARD",
      chargeCurrency: "USD",
      minimum: usd("5.00"),
      maximum: usd("1000.00"),
      feePercent: "0",
      isAvailable: true,
    }),
  },
});

export const createInvoice = operation({
  id: "createInvoice",
  method: "post",
  path: "/invoices",
  tag: "Wallet",
  summary: "Top up the wallet",
  description:
    "Opens an invoice. Pay it at `payment.url`, with the Pix code, or by sending the exact amount to the address; the money is in the wallet once the payment is settled.",
  scope: "wallet:write",
  body: topUpBody,
  answer: invoice,
  status: 201,
  movesMoney: true,
  needsLiveKey: true,
  refusals: [
    "method_off",
    "amount_too_small",
    "amount_too_large",
    "top_up_limit",
    "too_many_invoices",
    "invoice_closed",
    "gateway_unavailable",
    "gateway_rejected",
    "rate_unavailable",
  ],
  example: { body: { method: "CARD", amount: "25.00" }, answer: INVOICE },
});

export const listInvoices = operation({
  id: "listInvoices",
  method: "get",
  path: "/invoices",
  tag: "Wallet",
  summary: "List invoices",
  description: "Your invoices, newest first.",
  scope: "wallet:read",
  query: invoicesQuery,
  answer: invoiceList,
  status: 200,
  needsLiveKey: true,
  refusals: [],
  example: { query: { limit: "5" }, answer: one(INVOICE) },
});

export const getInvoice = operation({
  id: "getInvoice",
  method: "get",
  path: "/invoices/{id}",
  tag: "Wallet",
  summary: "Read an invoice",
  description: "How it stands, how to pay it, and what was paid.",
  scope: "wallet:read",
  params: invoiceParams,
  answer: invoice,
  status: 200,
  needsLiveKey: true,
  refusals: [],
  example: { params: { id: SAMPLE_ID.invoice }, answer: INVOICE },
});

export const cancelInvoice = operation({
  id: "cancelInvoice",
  method: "post",
  path: "/invoices/{id}/cancel",
  tag: "Wallet",
  summary: "Cancel an unpaid invoice",
  description: "Money that comes all the same is credited to the wallet.",
  scope: "wallet:write",
  params: invoiceParams,
  answer: invoice,
  status: 200,
  needsLiveKey: true,
  refusals: ["invoice_closed"],
  example: {
    params: { id: SAMPLE_ID.invoice },
    answer: { ...INVOICE, status: "CANCELED", canceledAt: "2026-11-21T12:05:00.000Z" },
  },
});

export const WALLET_OPERATIONS = [
  getWallet,
  listHolds,
  listEntries,
  listTopUpMethods,
  createInvoice,
  listInvoices,
  getInvoice,
  cancelInvoice,
];
