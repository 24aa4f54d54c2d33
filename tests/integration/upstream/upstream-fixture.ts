import { createServer, type Server, type ServerResponse } from "node:http";
import type { BuyInput, SmsProvider } from "@/lib/domain/supply/ports";
import { createSmsActivateProvider } from "@/lib/integrations/sms/sms-activate/provider";
import { SIMULATED_API_KEY } from "@/lib/simulators/key";
import { type Simulators, startSimulators } from "@/lib/simulators/start";

/** Short enough for a test that waits for it, long enough for a loopback answer. */
export const SHORT_MS = 400;

let lastOrderNumber = 0;

/** A WhatsApp number of Brazil (0.20) for at most 0.35, each time as another order. */
export function order(changes: Partial<BuyInput> = {}): BuyInput {
  lastOrderNumber += 1;
  return {
    orderId: `order-${lastOrderNumber}`,
    orderNumber: lastOrderNumber,
    serviceCode: "wa",
    countryLegacyId: 73,
    maxCostMicros: 350_000n,
    ...changes,
  };
}

export interface SimulatedUpstream extends Simulators {
  provider: SmsProvider;
  /** Gives up after SHORT_MS. */
  impatient: SmsProvider;
  /** Lets the simulator's time pass. */
  pass(seconds: number): void;
  /** Everything as at the start. */
  reset(): void;
}

/** The simulator on a real socket, with the adapter that the product uses. Texts arrive when the test says so. */
export async function openUpstream(): Promise<SimulatedUpstream> {
  const start = Date.UTC(2026, 10, 21, 10);
  let now = start;
  const simulators = await startSimulators({
    port: 0,
    secret: "a secret of the tests",
    seed: 7,
    now: () => now,
    delay: { minMs: 10_000, maxMs: 10_000 },
  });
  const options = { baseUrl: simulators.url, apiKey: SIMULATED_API_KEY };
  return {
    ...simulators,
    provider: createSmsActivateProvider(options),
    impatient: createSmsActivateProvider({ ...options, buyTimeoutMs: SHORT_MS, timeoutMs: SHORT_MS }),
    pass: (seconds) => {
      now += seconds * 1_000;
    },
    reset: () => {
      now = start;
      simulators.upstream.reset();
    },
  };
}

export type Script = (parameters: URLSearchParams, response: ServerResponse) => unknown;

export interface ScriptedUpstream {
  url: string;
  /** What was asked, in order. */
  asked: URLSearchParams[];
  provider: SmsProvider;
  close(): Promise<void>;
}

export const SCRIPTED_KEY = "a-key-that-nobody-may-read-0123456789";

/** An upstream that answers what the test says: a string as text, an object as JSON, undefined when it wrote by itself. */
export async function startScripted(script: Script): Promise<ScriptedUpstream> {
  const asked: URLSearchParams[] = [];
  const server: Server = createServer((request, response) => {
    const parameters = new URL(request.url ?? "/", "http://upstream").searchParams;
    asked.push(parameters);
    const answer = script(parameters, response);
    if (answer === undefined) return;
    response.end(typeof answer === "string" ? answer : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    asked,
    provider: createSmsActivateProvider({
      baseUrl: url,
      apiKey: SCRIPTED_KEY,
      buyTimeoutMs: 2_000,
      timeoutMs: 2_000,
    }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Runs a test against a scripted upstream, which ends with it. */
export async function withScripted<T>(
  script: Script,
  use: (upstream: ScriptedUpstream) => Promise<T>,
): Promise<T> {
  const upstream = await startScripted(script);
  try {
    return await use(upstream);
  } finally {
    await upstream.close();
  }
}
