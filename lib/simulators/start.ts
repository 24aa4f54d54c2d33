import { Hono } from "hono";
import { ChainSimulator, type ChainSimulatorOptions } from "./chain/chain-simulator";
import { chainRoutes } from "./chain/routes";
import { SIMULATED_API_KEY } from "./key";
import { listen } from "./listen";
import { DemoPanels } from "./panels/demo-panels";
import { isPanelCall, panelDrops, panelRoutes } from "./panels/routes";
import { controlRoutes, stateOf } from "./sms-upstream/control";
import { statePage } from "./sms-upstream/page";
import { protocolRoutes } from "./sms-upstream/protocol";
import { SmsUpstream, type UpstreamOptions } from "./sms-upstream/upstream";

export interface SimulatorOptions extends Partial<UpstreamOptions> {
  /** 0 takes a free one. */
  port: number;
  secret: string;
  die?: () => void;
  /** How the simulated chains behave; they take the seed and the clock of the rest. */
  chain?: ChainSimulatorOptions;
}

export interface Simulators {
  url: string;
  upstream: SmsUpstream;
  chain: ChainSimulator;
  panels: DemoPanels;
  close(): Promise<void>;
}

const CHAIN = /^\/(?:chain|rates|__control\/chain)(?:[/?]|$)/;

/** Starts the simulators on loopback. The same code serves the demo (as a process of its own) and tests. */
export async function startSimulators({
  port,
  secret,
  die,
  chain: chainOptions,
  ...options
}: SimulatorOptions): Promise<Simulators> {
  const upstream = new SmsUpstream({ apiKey: SIMULATED_API_KEY, ...options });
  const { seed, now } = options;
  const chain = new ChainSimulator({ seed, now, ...chainOptions });
  const panels = new DemoPanels(now);
  const app = new Hono();
  app.route("/", panelRoutes(panels.list, secret));
  app.route("/", chainRoutes(chain, secret));
  app.get("/", (c) => c.html(statePage(stateOf(upstream))));
  app.route("/__control", controlRoutes(upstream, { secret, die: die ?? (() => undefined) }));
  // A request whose connection was dropped is not answered, and nothing is sold by it.
  app.use(async (c, next) => (upstream.isRefusing() ? c.body(null, 503) : next()));
  app.route("/", protocolRoutes(upstream));
  // "refuse" drops connections as a dead machine would. The control calls must get through; the chains are elsewhere.
  const listening = await listen(app, port, (request) => {
    const { url = "/" } = request;
    if (isPanelCall(url)) return panelDrops(panels.list, request);
    return upstream.isRefusing() && !url.startsWith("/__control") && !CHAIN.test(url);
  });
  return { ...listening, upstream, chain, panels };
}
