import { type Listening, listen } from "../listen";
import { ChainSimulator, type ChainSimulatorOptions } from "./chain-simulator";
import { CHAIN_PATHS, chainRoutes } from "./routes";

export interface ChainServerOptions extends ChainSimulatorOptions {
  /** 0 takes a free one. */
  port: number;
  secret: string;
}

export interface ChainServer extends Listening {
  simulator: ChainSimulator;
  /** The base addresses that a product would be configured with. */
  urls: Record<keyof typeof CHAIN_PATHS, string>;
}

/** Starts the chains and the prices alone on loopback, for tests of what watches them. */
export async function startChainSimulator({
  port,
  secret,
  ...options
}: ChainServerOptions): Promise<ChainServer> {
  const simulator = new ChainSimulator(options);
  const { url, close } = await listen(chainRoutes(simulator, secret), port);
  const under = (path: keyof typeof CHAIN_PATHS) => url + CHAIN_PATHS[path];
  return {
    url,
    close,
    simulator,
    urls: {
      esplora: under("esplora"),
      tronGrid: under("tronGrid"),
      kraken: under("kraken"),
      page: under("page"),
      control: under("control"),
    },
  };
}
