import { operation } from "../operation";
import {
  messageList,
  numberList,
  numberParams,
  numbersQuery,
  quote,
  quoteBody,
  rentBody,
  rentedNumber,
} from "../schemas/numbers";
import { ended, NUMBER_WITH_CODE, one, SAMPLE_ID, SAMPLE_MESSAGE, usd, WAITING_NUMBER } from "./sample";

const params = { id: SAMPLE_ID.number };

export const createQuote = operation({
  id: "createQuote",
  method: "post",
  path: "/quotes",
  tag: "Numbers",
  summary: "Lock a price",
  description:
    "Keeps today's price for two minutes. Rent with its `quoteId` and you pay the price of the quote, or less when the price fell; never more. A quote rents one number; sent again it answers with the same one. It holds none: there may be none left when you rent, then ask for a new quote.",
  scope: "numbers:write",
  body: quoteBody,
  answer: quote,
  status: 201,
  refusals: ["bad_service", "bad_country", "bad_operator", "service_prohibited"],
  example: {
    body: { service: "whatsapp", country: "BR" },
    answer: {
      id: "cXVvdGUtMDE5OGMxZjI",
      service: "whatsapp",
      country: "BR",
      operator: null,
      price: usd("0.35"),
      expiresAt: "2026-11-21T12:02:00.000Z",
    },
  },
});

export const rentNumber = operation({
  id: "rentNumber",
  method: "post",
  path: "/numbers",
  tag: "Numbers",
  summary: "Rent a number",
  description:
    "Holds the price in your wallet and gives you a number for one code. The price is paid when the code arrives, and given back when none does. An order in the state `connecting` is being fetched from a supplier: read it again in a second. Send an `Idempotency-Key`: a request that timed out can then be sent again without renting twice.",
  scope: "numbers:write",
  body: rentBody,
  answer: rentedNumber,
  status: 201,
  movesMoney: true,
  refusals: [
    "bad_service",
    "bad_country",
    "bad_operator",
    "service_prohibited",
    "level_too_low",
    "price_changed",
    "quote_expired",
    "no_stock",
    "insufficient_funds",
    "wallet_frozen",
    "daily_limit_reached",
    "key_price_limit",
    "project_limit_reached",
  ],
  example: { body: { service: "whatsapp", country: "BR", maxPrice: "0.50" }, answer: WAITING_NUMBER },
});

export const listNumbers = operation({
  id: "listNumbers",
  method: "get",
  path: "/numbers",
  tag: "Numbers",
  summary: "List your numbers",
  description:
    "Everything you rented, by any protocol or on the website, newest first. A sandbox key sees sandbox orders alone, a live key live ones.",
  scope: "numbers:read",
  query: numbersQuery,
  answer: numberList,
  status: 200,
  refusals: [],
  example: { query: { state: "running", limit: "10" }, answer: one(WAITING_NUMBER) },
});

export const getNumber = operation({
  id: "getNumber",
  method: "get",
  path: "/numbers/{id}",
  tag: "Numbers",
  summary: "Read a number and its code",
  description:
    "The order as it stands now. Ask every few seconds until `code` is there, or let a webhook (`sms.received`) tell you.",
  scope: "numbers:read",
  params: numberParams,
  answer: rentedNumber,
  status: 200,
  refusals: [],
  example: { params, answer: NUMBER_WITH_CODE },
});

export const listNumberMessages = operation({
  id: "listNumberMessages",
  method: "get",
  path: "/numbers/{id}/messages",
  tag: "Numbers",
  summary: "List the messages of a number",
  description: "Every SMS that came while the number was yours, oldest first.",
  scope: "numbers:read",
  params: numberParams,
  answer: messageList,
  status: 200,
  refusals: [],
  example: { params, answer: one(SAMPLE_MESSAGE) },
});

export const requestAnotherSms = operation({
  id: "requestAnotherSms",
  method: "post",
  path: "/numbers/{id}/another-sms",
  tag: "Numbers",
  summary: "Wait for another SMS",
  description: "For a number that has its code: waits for one more, free of charge, until the order ends.",
  scope: "numbers:write",
  params: numberParams,
  answer: rentedNumber,
  status: 200,
  refusals: ["order_closed", "order_pending", "order_closing", "no_code"],
  example: { params, answer: { ...NUMBER_WITH_CODE, state: "waiting_another" } },
});

export const finishNumber = operation({
  id: "finishNumber",
  method: "post",
  path: "/numbers/{id}/finish",
  tag: "Numbers",
  summary: "Finish a number",
  description:
    "You have what you need: the order ends. One that never got a code is canceled and refunded instead.",
  scope: "numbers:write",
  params: numberParams,
  answer: rentedNumber,
  status: 200,
  refusals: ["order_closed", "order_pending", "order_closing", "cancel_too_early"],
  example: { params, answer: { ...NUMBER_WITH_CODE, ...ended("finished"), code: "481516" } },
});

export const cancelNumber = operation({
  id: "cancelNumber",
  method: "post",
  path: "/numbers/{id}/cancel",
  tag: "Numbers",
  summary: "Cancel a number",
  description:
    "Ends an order without a code and gives the price back. Suppliers ask for a short wait first: until `cancelableAt` it is refused with `cancel_too_early`, which tells `secondsLeft`.",
  scope: "numbers:write",
  params: numberParams,
  answer: rentedNumber,
  status: 200,
  refusals: ["order_closed", "order_pending", "order_closing", "cancel_too_early", "has_code"],
  example: { params, answer: ended("canceled") },
});

export const reportNumberUsed = operation({
  id: "reportNumberUsed",
  method: "post",
  path: "/numbers/{id}/report-used",
  tag: "Numbers",
  summary: "Report a number as used",
  description:
    "The service says that it knows the number already: the order is refunded, and you are not given it again for this service.",
  scope: "numbers:write",
  params: numberParams,
  answer: rentedNumber,
  status: 200,
  refusals: ["order_closed", "order_pending", "order_closing", "cancel_too_early", "has_code"],
  example: { params, answer: ended("used") },
});

export const NUMBER_OPERATIONS = [
  createQuote,
  rentNumber,
  listNumbers,
  getNumber,
  listNumberMessages,
  requestAnotherSms,
  finishNumber,
  cancelNumber,
  reportNumberUsed,
];
