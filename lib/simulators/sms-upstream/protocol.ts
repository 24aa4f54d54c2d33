import { type Context, Hono } from "hono";
import { parseDecimal, toDecimal } from "@/lib/domain/kernel/money";
import { COUNTRIES } from "./countries";
import { history } from "./history";
import { bought, listed, price, time } from "./rows";
import { BRANDS } from "./texts";
import type { Activation, SmsUpstream } from "./upstream";

type Parameters = Record<string, string>;
type Answer = string | object | Response | Promise<string | object | Response>;

const SLOW_MS = 4_000;
const NEVER_MS = 30_000;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function exceedsCap(maxPrice: string | undefined, micros: bigint): boolean {
  if (maxPrice === undefined || maxPrice === "") return false;
  const cap = parseDecimal(maxPrice);
  return cap === null || cap < micros;
}

async function buy(
  upstream: SmsUpstream,
  p: Parameters,
  shape: (activation: Activation) => string | object,
): Promise<string | object | Response> {
  const service = p.service ?? "";
  const country = p.country ?? "";
  const known = upstream.knows(service, country);
  if (!known.service) return "BAD_SERVICE";
  if (!known.country) return "BAD_COUNTRY";
  if (p.orderId && upstream.findByOrder(p.orderId)) return "ORDER_ALREADY_EXISTS";
  const cost = upstream.costOf(service);
  if (exceedsCap(p.maxPrice, cost)) return `WRONG_MAX_PRICE:${toDecimal(cost)}`;
  const behaviour = upstream.takeBehaviour();
  if (behaviour === "dry" || upstream.countOf(service, country) <= 0) return "NO_NUMBERS";
  if (behaviour === "error") return new Response("internal error", { status: 500 });
  if (behaviour === "garbage") return "<html><body>502 Bad Gateway</body></html>";
  if (behaviour === "timeout") {
    await wait(NEVER_MS);
    return "NO_NUMBERS";
  }
  if (cost > upstream.balanceMicros) return "NO_BALANCE";
  const activation = upstream.buy({
    service,
    country,
    operator: p.operator?.split(",")[0] ?? null,
    orderId: p.orderId ?? null,
    behaviour,
  });
  if (!activation) return "NO_NUMBERS";
  if (behaviour === "lost-purchase") await wait(NEVER_MS);
  if (behaviour === "slow") await wait(SLOW_MS);
  return shape(activation);
}

function setStatus(upstream: SmsUpstream, p: Parameters): string {
  const activation = upstream.get(p.id);
  if (!/^\d+$/.test(p.id ?? "")) return "WRONG_ACTIVATION_ID";
  if (!activation) return "NO_ACTIVATION";
  switch (p.status) {
    case "1":
      return activation.status === "4" ? "ACCESS_READY" : "BAD_STATUS";
    case "3":
      return upstream.askAnother(activation);
    case "6":
      return upstream.finish(activation);
    case "8":
    case "-1":
      return upstream.cancel(activation);
    default:
      return "BAD_STATUS";
  }
}

function getStatus(upstream: SmsUpstream, p: Parameters): string {
  const activation = upstream.get(p.id);
  if (!activation) return "NO_ACTIVATION";
  const last = activation.messages.at(-1);
  if (activation.status === "4") return "STATUS_WAIT_CODE";
  if (activation.status === "3") return `STATUS_WAIT_RETRY:${last?.code ?? ""}`;
  return activation.status === "2" && last ? `STATUS_OK:${last.code}` : "STATUS_CANCEL";
}

function getStatusV2(upstream: SmsUpstream, p: Parameters): string | object {
  const activation = upstream.get(p.id);
  if (!activation) return "NO_ACTIVATION";
  if (activation.status === "8" || activation.status === "10" || activation.status === "6")
    return "STATUS_CANCEL";
  const last = activation.messages.at(-1);
  return {
    verificationType: 0,
    sms: last ? { dateTime: time(last.at), code: last.code, text: last.text } : null,
    call: null,
  };
}

function prices(upstream: SmsUpstream, p: Parameters) {
  const countries = Object.keys(COUNTRIES).filter((country) => !p.country || p.country === country);
  const services = Object.keys(BRANDS).filter((service) => !p.service || p.service === service);
  return Object.fromEntries(
    countries.map((country) => [
      country,
      Object.fromEntries(
        services.map((service) => {
          const count = upstream.countOf(service, country);
          return [service, { cost: price(upstream.costOf(service)), count, physicalCount: count }];
        }),
      ),
    ]),
  );
}

const ACTIONS: Record<string, (upstream: SmsUpstream, p: Parameters) => Answer> = {
  getBalance: (upstream) => `ACCESS_BALANCE:${toDecimal(upstream.balanceMicros)}`,
  getPrices: prices,
  getNumbersStatus: (upstream, p) =>
    Object.fromEntries(
      Object.keys(BRANDS).map((service) => [service, upstream.countOf(service, p.country ?? "", p.operator)]),
    ),
  getCountries: () =>
    Object.fromEntries(
      Object.entries(COUNTRIES).map(([id, country]) => [
        id,
        { id: Number(id), eng: country.name, visible: 1, retry: 1, rent: 0, multiService: 0 },
      ]),
    ),
  getServicesList: () => ({
    status: "success",
    services: Object.entries(BRANDS).map(([code, brand]) => ({ code, name: brand.name })),
  }),
  getOperators: () => ({
    status: "success",
    countryOperators: Object.fromEntries(
      Object.entries(COUNTRIES).map(([id, country]) => [id, country.operators]),
    ),
  }),
  getNumber: (upstream, p) =>
    buy(upstream, p, (activation) => `ACCESS_NUMBER:${activation.id}:${activation.phone}`),
  getNumberV2: (upstream, p) => buy(upstream, p, bought),
  setStatus,
  getStatus,
  getStatusV2,
  getFullSms: (upstream, p) => {
    const last = upstream.get(p.id)?.messages.at(-1);
    return last ? `FULL_SMS:${last.text}` : getStatus(upstream, p);
  },
  getActiveActivations: (upstream, p) => {
    const start = Number(p.start ?? 0) || 0;
    const limit = Math.min(Number(p.limit ?? 100) || 100, 100);
    const rows = upstream
      .live()
      .slice(start, start + limit)
      .map(listed);
    return rows.length === 0 && start === 0
      ? "NO_ACTIVATIONS"
      : { status: "success", activeActivations: rows, data: rows };
  },
  getHistory: history,
};

async function parameters(c: Context): Promise<Parameters> {
  const query = c.req.query();
  const isForm = c.req.header("content-type")?.includes("application/x-www-form-urlencoded");
  const form =
    c.req.method === "POST" && isForm ? Object.fromEntries(new URLSearchParams(await c.req.text())) : {};
  return { ...query, ...form };
}

/** The protocol's one address: 200 and text or JSON, whatever happens (SMS-Activate API, "Transport"). */
export function protocolRoutes(upstream: SmsUpstream) {
  return new Hono().on(["GET", "POST"], "/stubs/handler_api.php", async (c) => {
    const p = await parameters(c);
    const text = (body: string) => c.body(body, 200, { "content-type": "text/plain; charset=utf-8" });
    if (!p.api_key) return text("NO_KEY");
    if (p.api_key !== upstream.apiKey) return text("BAD_KEY");
    const name = p.action ?? "";
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (!action) return text("BAD_ACTION");
    const answer = await action(upstream, p);
    if (answer instanceof Response) return answer;
    return typeof answer === "string" ? text(answer) : c.json(answer);
  });
}
