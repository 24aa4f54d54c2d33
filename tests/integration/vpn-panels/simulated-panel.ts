import type { PanelConnection, VpnPanelAdapter } from "@/lib/domain/vpn/ports";
import type { PanelResult } from "@/lib/domain/vpn/types";
import type { InboundTemplate } from "@/lib/domain/vpn-links/types";
import type { PanelPatience } from "@/lib/integrations/vpn-panels/panel-http/panel-client";
import type { SimulatedPanel } from "@/lib/simulators/panels/panel";
import { startPanels } from "@/lib/simulators/panels/start";
import type { PanelWorld } from "./contract-world";
import type { PanelUnderTest } from "./web-panel-rules";

const PATIENCE: PanelPatience = { timeoutMs: 8_000, retryPauseMs: 5, writeEveryMs: 0 };
/** For the shared contract, which waits for its end. */
const STEADY: PanelPatience = { timeoutMs: 2_000, retryPauseMs: 5, writeEveryMs: 0 };
const HASTE: PanelPatience = { timeoutMs: 250, retryPauseMs: 5, writeEveryMs: 0 };
export const CONTROL_SECRET = "secret-of-the-simulated-panels";

type Create = (
  connection: PanelConnection,
  patience: PanelPatience,
) => PanelResult<{ adapter: VpnPanelAdapter }>;

interface Simulated<P extends SimulatedPanel> {
  panel: P;
  kind: PanelConnection["kind"];
  create: Create;
  inbounds: readonly InboundTemplate[];
  missingInbound: InboundTemplate | null;
  options?: unknown;
  /** The credential that is wrong in "wrong". */
  secretField: string;
  unknownVersion: string;
  /** What a probe reads of the usual version, where it cannot tell exactly. */
  shownVersion?: string;
}

/** A simulated panel on a real socket, as the shared suite wants it. */
export async function openSimulated<P extends SimulatedPanel>(what: Simulated<P>) {
  const { panel, kind, create, options = {} } = what;
  const started = await startPanels([panel], CONTROL_SECRET);
  const url = started.urlOf(panel);

  function connect(secret: "right" | "wrong" | "hasty" | "steady"): VpnPanelAdapter {
    const wrong = secret === "wrong" ? { [what.secretField]: "not-the-secret-of-anybody" } : {};
    const connected = create(
      { kind, url, credentials: { ...panel.credentials, ...wrong }, options },
      { right: PATIENCE, wrong: PATIENCE, hasty: HASTE, steady: STEADY }[secret],
    );
    if (!connected.ok) throw new Error(connected.error.text);
    return connected.adapter;
  }

  const underTest: PanelUnderTest = {
    connect,
    inbounds: what.inbounds,
    missingInbound: what.missingInbound,
    look: (username) => panel.accounts().find((account) => account.username === username),
    use: (username, up, down) => panel.addTraffic(username, up, down),
    trouble: (behaviour, count) => panel.faults.set(behaviour, count),
    reset: () => panel.reset(),
    close: started.close,
  };
  const world: PanelWorld = {
    adapter: connect("steady"),
    strangerAdapter: connect("wrong"),
    inbounds: what.inbounds,
    version: what.shownVersion ?? panel.versions[0] ?? "",
    lists: true,
    secrets: Object.values(panel.credentials).filter((value) => value.length > 8),
    letsIn: ({ credential }) => panel.letsIn(credential.uuid),
    addTraffic: (username, up, down) => void panel.addTraffic(username, Number(up), Number(down)),
    addStranger: async (account) => void (await connect("right").ensureAccount(account)),
    forget: (username) => void panel.deleteAccount(username),
    restart: () => panel.restart(),
    down: async () => panel.faults.set("dead"),
    up: async () => panel.faults.reset(),
    slow: () => panel.faults.set("lost-answer"),
    otherVersion: () => {
      panel.version = what.unknownVersion;
    },
    errorInside: () => panel.faults.set("error-inside"),
    garbage: () => panel.faults.set("garbage"),
    throttle: () => panel.faults.set("throttle"),
    heal: () => {
      panel.faults.reset();
      panel.version = panel.versions[0] ?? "";
    },
    close: started.close,
  };
  return { ...underTest, url, panel, world };
}
