import { toDecimal } from "@/lib/domain/kernel/money";
import type {
  BuyInput,
  CancelAnswer,
  ListAnswer,
  ProviderCallFacts,
  SimpleAnswer,
  SmsProvider,
  StateAnswer,
  Unavailable,
  UpstreamActivation,
} from "@/lib/domain/supply/ports";
import { amountMicros } from "./amount";
import { meaningOf, plainWord } from "./answers";
import { readPurchase } from "./purchase";
import {
  activeListShape,
  emptyListShape,
  operatorsShape,
  parseJson,
  parseTime,
  pricesShape,
  stateShape,
  stockShape,
} from "./shapes";
import { factsOf } from "./transcript";
import { call, type TransportOptions, type WireAnswer } from "./transport";

export interface SmsActivateOptions extends TransportOptions {
  /** A purchase may take long before it counts as unknown. */
  buyTimeoutMs?: number;
  timeoutMs?: number;
  /** Told of each call that is worth keeping; must not wait and not throw. */
  onCall?(call: CalledFacts): void;
}

interface CalledFacts extends ProviderCallFacts {
  orderId: string | null;
  upstreamOrderId: string | null;
  durationMs: number;
}

const PAGE_SIZE = 100;
const MAX_PAGES = 50;
const STATUS = { retry: "3", finish: "6", cancel: "8" };
const LIST_STATUS: Record<string, UpstreamActivation["status"]> = {
  "2": "received",
  "3": "retry",
  "4": "waiting",
};

/** A word of the protocol says more than that it was not what we asked for: "BAD_KEY". */
function unavailable(answer: WireAnswer): Unavailable {
  if (answer.kind !== "answer") return { kind: "unavailable", error: answer.error };
  const isWord = meaningOf(answer.text) !== null;
  return {
    kind: "unavailable",
    error: isWord ? plainWord(answer.text) : `not understood (HTTP ${answer.status})`,
  };
}

/** An upstream that speaks the SMS-Activate protocol (GET /stubs/handler_api.php, text or JSON answers). */
export function createSmsActivateProvider(options: SmsActivateOptions): SmsProvider {
  const { buyTimeoutMs = 8_000, timeoutMs = 2_000 } = options;
  async function ask(
    action: string,
    parameters: Record<string, string> = {},
    limit = timeoutMs,
    orderId: string | null = null,
  ): Promise<WireAnswer> {
    const startedAt = performance.now();
    const answer = await call(options, action, parameters, limit);
    const facts = options.onCall ? factsOf(action, parameters, answer, options.apiKey) : null;
    if (facts) {
      const durationMs = Math.round(performance.now() - startedAt);
      options.onCall?.({ ...facts, orderId, upstreamOrderId: parameters.id ?? null, durationMs });
    }
    return answer;
  }

  async function setStatus(id: string, status: string): Promise<WireAnswer> {
    return ask("setStatus", { id, status });
  }

  async function getState(upstreamOrderId: string): Promise<StateAnswer> {
    const answer = await ask("getStatusV2", { id: upstreamOrderId });
    if (answer.kind !== "answer") return unavailable(answer);
    const shaped = stateShape.safeParse(parseJson(answer.text));
    if (shaped.success) {
      const { sms } = shaped.data;
      if (!sms?.code && !sms?.text) return { kind: "waiting" };
      return {
        kind: "received",
        code: sms.code || null,
        text: sms.text || null,
        receivedAt: parseTime(sms.dateTime),
      };
    }
    return meaningOf(answer.text) === "not_offered" ? getPlainState(upstreamOrderId) : readPlainState(answer);
  }

  async function getPlainState(upstreamOrderId: string): Promise<StateAnswer> {
    return readPlainState(await ask("getStatus", { id: upstreamOrderId }));
  }

  function readPlainState(answer: WireAnswer): StateAnswer {
    if (answer.kind !== "answer") return unavailable(answer);
    const code = /^STATUS_OK:(.+)$/s.exec(answer.text)?.[1];
    if (code) return { kind: "received", code, text: null, receivedAt: null };
    if (/^STATUS_WAIT_(?:CODE|RETRY|RESEND)/.test(answer.text)) return { kind: "waiting" };
    if (answer.text === "STATUS_CANCEL") return { kind: "canceled" };
    return meaningOf(answer.text) === "gone" ? { kind: "unknown_order" } : unavailable(answer);
  }

  async function change(id: string, status: string): Promise<SimpleAnswer> {
    const answer = await setStatus(id, status);
    if (answer.kind !== "answer") return unavailable(answer);
    if (answer.text.startsWith("ACCESS_")) return { kind: "ok" };
    const meaning = meaningOf(answer.text);
    return meaning === "gone" || meaning === "bad_status" ? { kind: "gone" } : unavailable(answer);
  }

  async function readPage(start: number): Promise<ListAnswer> {
    const answer = await ask("getActiveActivations", { start: String(start), limit: String(PAGE_SIZE) });
    if (answer.kind !== "answer") return unavailable(answer);
    if (answer.text === "NO_ACTIVATIONS") return { kind: "ok", activations: [] };
    const json = parseJson(answer.text);
    if (emptyListShape.safeParse(json).success) return { kind: "ok", activations: [] };
    const shaped = activeListShape.safeParse(json);
    if (!shaped.success) return unavailable(answer);
    return {
      kind: "ok",
      activations: shaped.data.map((row) => ({
        upstreamOrderId: row.activationId,
        serviceCode: row.serviceCode,
        countryLegacyId: Number(row.countryCode),
        phoneE164: `+${row.phoneNumber}`,
        costMicros: amountMicros(row.activationCost) ?? 0n,
        startedAt: parseTime(row.activationTime),
        status: LIST_STATUS[row.activationStatus] ?? "waiting",
        codes: row.smsCode,
        texts: row.smsText,
      })),
    };
  }

  return {
    getState,

    async buy({
      orderId: ourOrderId,
      orderNumber,
      attempt = 1,
      serviceCode,
      countryLegacyId,
      operator,
      exceptPrefixes,
      maxCostMicros,
    }: BuyInput) {
      // The same orderId buys once: another number for the same order is asked for under another.
      const orderId = attempt > 1 ? `${orderNumber}-${attempt}` : String(orderNumber);
      const parameters = {
        service: serviceCode,
        country: String(countryLegacyId),
        maxPrice: toDecimal(maxCostMicros),
        ...(operator ? { operator } : {}),
        ...(exceptPrefixes ? { phoneException: exceptPrefixes.join(",") } : {}),
      };
      const answer = await ask("getNumberV2", { ...parameters, orderId }, buyTimeoutMs, ourOrderId);
      const bought = readPurchase(answer, maxCostMicros);
      if (bought) return bought;
      const older = await ask("getNumber", parameters, buyTimeoutMs, ourOrderId);
      return (
        readPurchase(older, maxCostMicros) ?? {
          kind: "refused",
          reason: "no purchase action",
          retryable: false,
        }
      );
    },

    async listActive() {
      const activations: UpstreamActivation[] = [];
      for (let page = 0; page < MAX_PAGES; page += 1) {
        const answer = await readPage(page * PAGE_SIZE);
        if (answer.kind !== "ok") return answer;
        const known = new Set(activations.map((activation) => activation.upstreamOrderId));
        const fresh = answer.activations.filter((activation) => !known.has(activation.upstreamOrderId));
        activations.push(...fresh);
        // An upstream that knows no paging answers the same page again.
        if (answer.activations.length < PAGE_SIZE || fresh.length === 0) break;
      }
      return { kind: "ok", activations };
    },

    async requestAnother(id) {
      const answer = await change(id, STATUS.retry);
      if (answer.kind !== "gone") return answer;
      // Who already waits for another is refused in the same way as who has ended.
      const state = await getPlainState(id);
      if (state.kind === "unavailable") return state;
      return { kind: state.kind === "waiting" ? "ok" : "gone" };
    },

    finish: (id) => change(id, STATUS.finish),

    async cancel(id): Promise<CancelAnswer> {
      const answer = await setStatus(id, STATUS.cancel);
      if (answer.kind !== "answer") return unavailable(answer);
      if (answer.text === "ACCESS_CANCEL") return { kind: "canceled" };
      const meaning = meaningOf(answer.text);
      if (meaning === "too_early") return { kind: "too_early" };
      if (meaning === "gone") return { kind: "gone" };
      if (meaning !== "bad_status") return unavailable(answer);
      // A cancel is refused in this way where a code has come, and where it was cancelled before.
      const state = await getState(id);
      if (state.kind === "received") return { kind: "has_code", code: state.code, text: state.text };
      // Live, and yet not to be cancelled: it is not gone, a code may still come.
      if (state.kind === "waiting") return unavailable(answer);
      return state.kind === "unavailable" ? state : { kind: "gone" };
    },

    async balance() {
      const answer = await ask("getBalance");
      const amount = answer.kind === "answer" ? /^ACCESS_BALANCE:(.+)$/.exec(answer.text)?.[1] : undefined;
      const balanceMicros = amountMicros(amount);
      return balanceMicros === null ? unavailable(answer) : { kind: "ok", balanceMicros };
    },

    async catalog() {
      const answer = await ask("getPrices");
      const shaped = answer.kind === "answer" ? pricesShape.safeParse(parseJson(answer.text)) : null;
      if (!shaped?.success) return unavailable(answer);
      const offers = Object.entries(shaped.data).flatMap(([country, services]) =>
        Object.entries(services).flatMap(([serviceCode, offer]) => {
          const costMicros = amountMicros(offer.cost);
          if (costMicros === null) return [];
          // What is really in the rack, where the upstream tells it.
          const count = offer.physicalCount ?? offer.count ?? offer.quant ?? 0;
          return [{ serviceCode, countryLegacyId: Number(country), costMicros, count }];
        }),
      );
      return { kind: "ok", offers };
    },

    async operators() {
      const answer = await ask("getOperators");
      const shaped = answer.kind === "answer" ? operatorsShape.safeParse(parseJson(answer.text)) : null;
      if (!shaped?.success) return unavailable(answer);
      const countries = Object.entries(shaped.data.countryOperators).map(([country, operators]) => ({
        countryLegacyId: Number(country),
        operators,
      }));
      return { kind: "ok", countries };
    },

    async operatorStock(countryLegacyId, operator) {
      const answer = await ask("getNumbersStatus", { country: String(countryLegacyId), operator });
      const shaped = answer.kind === "answer" ? stockShape.safeParse(parseJson(answer.text)) : null;
      if (!shaped?.success) return unavailable(answer);
      return { kind: "ok", counts: new Map(Object.entries(shaped.data)) };
    },
  };
}
