import { Hono } from "hono";
import { krakenRoutes, mempoolPriceRoutes } from "../rates/routes";
import { requireSecret } from "../require-secret";
import type { ChainSimulator } from "./chain-simulator";
import { chainControlRoutes } from "./control";
import { esploraRoutes } from "./esplora";
import { faulty } from "./faults";
import { chainPageRoutes } from "./page-routes";
import { tronGridRoutes } from "./trongrid";

/** Where each protocol stands, below the simulators' own address. */
export const CHAIN_PATHS = {
  /** Esplora, with mempool.space's /v1/prices and /v1/tx/:id/rbf. */
  esplora: "/chain/api",
  tronGrid: "/chain/tron",
  kraken: "/rates",
  page: "/chain",
  control: "/__control/chain",
} as const;

/** The chains and the prices as an app of their own. */
export function chainRoutes(simulator: ChainSimulator, secret: string) {
  const app = new Hono();
  const { faults } = simulator;
  app.use(`${CHAIN_PATHS.control}/*`, requireSecret(secret));
  app.route(CHAIN_PATHS.control, chainControlRoutes(simulator));
  app.use("/chain/*", async (_c, next) => {
    simulator.settle();
    return next();
  });
  app.use(`${CHAIN_PATHS.esplora}/v1/prices`, faulty(faults, "mempool-prices"));
  app.route(`${CHAIN_PATHS.esplora}/v1`, mempoolPriceRoutes(simulator.feeds));
  app.use(`${CHAIN_PATHS.esplora}/*`, faulty(faults, "bitcoin"));
  app.route(
    CHAIN_PATHS.esplora,
    esploraRoutes(() => simulator.bitcoin),
  );
  app.use(`${CHAIN_PATHS.tronGrid}/*`, faulty(faults, "tron"));
  app.route(
    CHAIN_PATHS.tronGrid,
    tronGridRoutes(() => simulator.tron),
  );
  app.use(`${CHAIN_PATHS.kraken}/*`, faulty(faults, "kraken"));
  app.route(CHAIN_PATHS.kraken, krakenRoutes(simulator.feeds));
  app.route(CHAIN_PATHS.page, chainPageRoutes(simulator));
  return app;
}
