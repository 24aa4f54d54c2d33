import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type {
  KnownAccount,
  PanelAccount,
  PanelCapabilities,
  PanelKind,
  PanelProbeResult,
  PanelResult,
  UsageReport,
} from "./types";

/**
 * What every panel and own node can do, in our words. Each call is safe to repeat: an account is found again by its
 * username, and one that is already as it should be is no error.
 */
export interface VpnPanelAdapter {
  readonly kind: PanelKind;
  readonly capabilities: PanelCapabilities;
  /** Version first: what follows may depend on it. */
  probe(): Promise<PanelResult<PanelProbeResult>>;
  /** Makes the account so, whatever it is now. A time-out is followed by reading back. */
  ensureAccount(account: PanelAccount): Promise<PanelResult<{ remoteId: string }>>;
  /** Gone is gone: an account that is not there counts as removed. */
  removeAccount(account: PanelAccount): Promise<PanelResult<object>>;
  listAccounts(): Promise<PanelResult<{ accounts: KnownAccount[] }>>;
  /** Cumulative counters of every account, never reset by reading. */
  readUsage(): Promise<PanelResult<UsageReport>>;
  /** Ends what is open; resolves with how many connections, null where the panel cannot tell. */
  cutConnections(account: PanelAccount): Promise<PanelResult<{ cut: number | null }>>;
}

/** How to reach one panel, with its secrets in clear. */
export interface PanelConnection {
  kind: PanelKind;
  url: string;
  /** Checked by the adapter's own schema. */
  credentials: unknown;
  options: unknown;
}

export interface VpnPanels {
  connect(connection: PanelConnection): PanelResult<{ adapter: VpnPanelAdapter }>;
}

export interface VpnDeps extends KernelDeps {
  vpnPanels: VpnPanels;
  publicOrigin: string;
}
