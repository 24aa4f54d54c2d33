import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { followGatewayEvents } from "@/lib/domain/billing/commands/follow-gateway-events";
import { startTopUp } from "@/lib/domain/billing/commands/start-top-up";
import type { TopUpMethod } from "@/lib/domain/billing/methods";
import { getStaffInvoice } from "@/lib/domain/billing/queries/invoices";
import { customerScopeOf, systemActor, type UserActor } from "@/lib/domain/kernel/actor";
import { toDecimal } from "@/lib/domain/kernel/money";
import { checkLedger, getBalance } from "@/lib/domain/wallet/queries";
import { startChainSimulator } from "@/lib/simulators/chain/start";
import { SIMULATED_MERCADOPAGO_TOKEN, startMercadoPagoSimulator } from "@/lib/simulators/mercadopago/start";
import { SIMULATED_STRIPE_KEY, startStripeSimulator } from "@/lib/simulators/stripe/start";
import { passTime } from "@/tests/support/pass-time";
import { openWorld, TEST_SECRETS } from "@/tests/support/world";

const STRIPE_SECRET = "whsec_of_the_tests";
/** The accounts of the test vectors (BIP84; m/44'/195'/0' of the same seed): public keys. */
const BTC_KEY =
  "zpub6rFR7y4Q2AijBEqTUquhVz398htDFrtymD9xYYfG1m4wAcvPhXNfE3EfH1r1ADqtfSdVCToUG868RvUUkgDKf31mGDtKsAYz2oz2AGutZYs";
const TRON_KEY =
  "xpub6D1AabNHCupeiLM65ZR9UStMhJ1vCpyV4XbZdyhMZBiJXALQtmn9p42VTQckoHVn8WNqS7dqnJokZHAHcHGoaQgmv8D45oNUKx6DZMNZBCd";
const MERCADOPAGO_SECRET = "mercadopago-secret-of-the-tests";

/** A product whose gateways are the simulators, with its hooks on a real port. */
export async function openBillingWorld() {
  const stripe = await startStripeSimulator({
    port: 0,
    secret: TEST_SECRETS.SIMULATOR_SECRET,
    webhookSecret: STRIPE_SECRET,
    webhookUrl: null,
    retryMs: [20, 20, 20],
  });
  const mercadoPago = await startMercadoPagoSimulator({
    port: 0,
    secret: TEST_SECRETS.SIMULATOR_SECRET,
    webhookSecret: MERCADOPAGO_SECRET,
    webhookUrl: null,
    retryMs: [20, 20, 20],
  });
  const chain = await startChainSimulator({ port: 0, secret: TEST_SECRETS.SIMULATOR_SECRET, seed: 7 });
  const environment = {
    BTC_ACCOUNT_KEY: BTC_KEY,
    TRON_ACCOUNT_KEY: TRON_KEY,
    ESPLORA_URLS: chain.urls.esplora,
    TRONGRID_URLS: chain.urls.tronGrid,
    SIMULATOR_URL: new URL("/", chain.urls.control).href,
    KRAKEN_URL: chain.urls.kraken,
    MEMPOOL_PRICES_URL: chain.urls.esplora,
    STRIPE_SECRET_KEY: SIMULATED_STRIPE_KEY,
    STRIPE_WEBHOOK_SECRETS: STRIPE_SECRET,
    STRIPE_URL: stripe.url,
    MERCADOPAGO_ACCESS_TOKEN: SIMULATED_MERCADOPAGO_TOKEN,
    MERCADOPAGO_WEBHOOK_SECRETS: MERCADOPAGO_SECRET,
    MERCADOPAGO_URL: mercadoPago.url,
  };
  const world = await openWorld(environment);
  const { deps } = world;
  await deps.db.setting.create({ data: { key: "billing.rates", value: { brl: "5.40", toman: "" } } });
  const server = createAdaptorServer({ fetch: world.app.fetch, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the hooks have no port");
  const hooks = `http://127.0.0.1:${address.port}/api/hooks/payments`;

  async function control(simulator: { url: string }, path: string, body: object): Promise<void> {
    const answer = await fetch(`${simulator.url}/__control/${path}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${TEST_SECRETS.SIMULATOR_SECRET}`,
        "content-type": "application/json",
      },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
  }
  await control(stripe, "webhook", { url: `${hooks}/stripe` });
  await control(mercadoPago, "webhook", { url: `${hooks}/mercadopago` });

  return {
    ...world,
    hooks,
    /** What another process of the same product has to know. */
    environment,
    chain,
    async chainVerb(verb: string, body: object): Promise<{ txids: string[] }> {
      const answer = await fetch(`${chain.urls.control}/${verb}`, {
        method: "POST",
        headers: { authorization: `Bearer ${TEST_SECRETS.SIMULATOR_SECRET}` },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${verb} answers ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as { txids: string[] };
    },
    /** Business time goes on, for the product and for the chains. */
    async pass(seconds: number): Promise<void> {
      chain.simulator.offsetSeconds += seconds;
      await passTime(deps, seconds);
    },
    stripe,
    mercadoPago,
    stripeSecret: STRIPE_SECRET,
    mercadoPagoSecret: MERCADOPAGO_SECRET,
    control,
    /** Starts a top-up that must be accepted. */
    async topUp(actor: UserActor, usd: number, method: TopUpMethod = "CARD") {
      const key = deps.ids.uuid();
      const started = await startTopUp(deps, actor, { method, amountMicros: BigInt(usd) * 1_000_000n, key });
      if (!started.ok) throw new Error(`not started: ${started.reason}`);
      const invoice = await deps.db.invoice.findUniqueOrThrow({ where: { id: started.invoiceId } });
      return { ...started, reference: invoice.gatewayReference ?? "" };
    },
    /** Waits until the simulators have told all and the product has asked about all of it. */
    async told(): Promise<void> {
      await stripe.notifier.settle();
      await mercadoPago.notifier.settle();
      while ((await followGatewayEvents(deps)) > 0);
    },
    invoice: (id: string) => getStaffInvoice(deps, systemActor("test"), id),
    /** "available held debt" in USD. */
    async money(actor: UserActor): Promise<string> {
      const balance = await getBalance(deps, customerScopeOf(actor.userId));
      return [balance.availableMicros, balance.heldMicros, balance.debtMicros].map(toDecimal).join(" ");
    },
    /** The names of the rules of the books that are broken. */
    async brokenRules(): Promise<string[]> {
      return (await checkLedger(deps)).problems.map(({ rule }) => rule);
    },
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await Promise.all([stripe.close(), mercadoPago.close(), chain.close()]);
      await world.close();
    },
  };
}

export type BillingWorld = Awaited<ReturnType<typeof openBillingWorld>>;
