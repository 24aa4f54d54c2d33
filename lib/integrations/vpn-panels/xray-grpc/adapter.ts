import { randomBytes } from "node:crypto";
import type { VpnPanelAdapter } from "@/lib/domain/vpn/ports";
import type {
  AccountReading,
  KnownAccount,
  PanelAccount,
  PanelProbeResult,
  PanelResult,
  UsageReport,
} from "@/lib/domain/vpn/types";
import type { AgentClient } from "../node-agent/agent-client";
import { panelError } from "../panel-error";
import type { XrayOptions } from "./connection";
import { type CoreClient, NO_SERVICE } from "./core-client";
import { byTag, type Counter, countersOf, ONLY_TAGS, queryStats, tagsOf, userNamesOf } from "./core-messages";
import { leaveMarker, markerAmong } from "./counter-epoch";
import { closeInbound, type Done, NO_USERS, openInbound } from "./inbound-access";
import { cutLive } from "./live-connections";

const USER_COUNTER = /^user>>>([^>]+)>>>traffic>>>(uplink|downlink)$/;
const NAMES = { xray: "Xray", "v2ray.core": "V2Ray" } as const;

function readingsOf(counters: readonly Counter[]): AccountReading[] {
  const byName = new Map<string, AccountReading>();
  for (const { name, value } of counters) {
    const [, username, direction] = USER_COUNTER.exec(name) ?? [];
    if (!username) continue;
    const reading = byName.get(username) ?? { username, uploadBytes: 0n, downloadBytes: 0n };
    if (direction === "uplink") reading.uploadBytes = value;
    else reading.downloadBytes = value;
    byName.set(username, reading);
  }
  return [...byName.values()];
}

/**
 * A node of one's own that runs Xray or V2Ray, driven by its gRPC API. The core keeps accounts in memory alone, and lets
 * those in that it knows: who is suspended is taken out.
 */
export class XrayGrpcAdapter implements VpnPanelAdapter {
  readonly kind = "XRAY";
  readonly capabilities;

  private tags: Promise<readonly string[]> | null = null;

  constructor(
    private readonly client: CoreClient,
    private readonly options: XrayOptions,
    private readonly agent: AgentClient | null,
  ) {
    // A core that takes a person out leaves their open connections alone: the agent beside it ends them.
    this.capabilities = { cutsConnections: agent !== null, forgetsOnRestart: true };
  }

  async probe(): Promise<PanelResult<PanelProbeResult>> {
    const found = await this.client.core({ afresh: true });
    if (!found.ok) return found;
    if (!found.core) return { ok: true, version: "unknown", isKnown: false, remark: NO_SERVICE };
    const version = NAMES[found.core];
    const usage = await this.readUsage();
    if (!usage.ok && usage.error.kind !== "validation") return usage;
    return { ok: true, version, isKnown: true, remark: usage.ok ? "" : usage.error.text };
  }

  async ensureAccount(account: PanelAccount): Promise<PanelResult<{ remoteId: string }>> {
    const done = await this.inEachInbound(account);
    if (done.ok) return { ok: true, remoteId: account.username };
    const { uuid, password, shadowsocksKey } = account.credential;
    return {
      ok: false,
      error: {
        ...done.error,
        ...panelError(done.error.kind, done.error.text, [uuid, password, shadowsocksKey]),
      },
    };
  }

  async removeAccount(account: PanelAccount): Promise<PanelResult<object>> {
    return this.inEachInbound({ ...account, isActive: false });
  }

  async listAccounts(): Promise<PanelResult<{ accounts: KnownAccount[] }>> {
    const found = await this.client.core();
    if (!found.ok) return found;
    if (found.core === "v2ray.core")
      return { ok: false, error: panelError("validation", "V2Ray cannot list its accounts.") };
    const tags = await this.allTags();
    if (tags.length === 0)
      return { ok: false, error: panelError("validation", "This Xray cannot list its inbounds: name them.") };
    const names = new Set<string>();
    for (const tag of tags) {
      const listed = await this.client.handler("GetInboundUsers", byTag(tag));
      // The inbound of the API itself, and others that know no persons.
      if (!listed.ok && NO_USERS.test(listed.said)) continue;
      if (!listed.ok) return listed;
      try {
        for (const name of userNamesOf(listed.payload)) names.add(name);
      } catch (error) {
        return { ok: false, error: panelError("protocol", String(error)) };
      }
    }
    const accounts = [...names].map((username) => ({ username, remoteId: username, isActive: true }));
    return { ok: true, accounts };
  }

  async readUsage(): Promise<PanelResult<UsageReport>> {
    const read = await this.client.stats("QueryStats", queryStats(""));
    if (!read.ok) return read;
    try {
      const counters = countersOf(read.payload);
      const epoch = markerAmong(counters);
      if (epoch) return { ok: true, epoch, readings: readingsOf(counters) };
      const random = randomBytes(6).toString("hex");
      const left = await leaveMarker(this.client, { at: Date.now(), random });
      return left.ok ? { ok: true, epoch: left.epoch, readings: readingsOf(left.counters) } : left;
    } catch (error) {
      return { ok: false, error: panelError("protocol", String(error)) };
    }
  }

  async cutConnections({ username }: PanelAccount): Promise<PanelResult<{ cut: number | null }>> {
    return this.agent ? cutLive(this.client, this.agent, username) : { ok: true, cut: null };
  }

  /** Every inbound that may hold persons: those that were named, else what the core says it has. V2Ray says nothing. */
  private allTags(): Promise<readonly string[]> {
    this.tags ??= (async () => {
      if (this.options.inboundTags.length > 0) return this.options.inboundTags;
      const listed = await this.client.handler("ListInbounds", ONLY_TAGS);
      if (!listed.ok) return [];
      try {
        return tagsOf(listed.payload);
      } catch {
        return [];
      }
    })();
    return this.tags;
  }

  /** Opens those that an active account may use, closes all others that are known. Stops at the first that fails. */
  private async inEachInbound(account: PanelAccount): Promise<Done> {
    const found = await this.client.core();
    if (!found.ok) return found;
    if (!found.core) return { ok: false, error: panelError("validation", NO_SERVICE) };
    const { core } = found;
    const open = account.isActive ? account.inbounds : [];
    const openTags = new Set(open.map(({ tag }) => tag));
    const known = new Set([...account.inbounds.map(({ tag }) => tag), ...(await this.allTags())]);
    for (const tag of known) {
      if (openTags.has(tag)) continue;
      const closed = await closeInbound(this.client, core, tag, account.username);
      if (!closed.ok) return closed;
    }
    for (const inbound of open) {
      const opened = await openInbound(this.client, core, inbound, account, this.options.listen);
      if (!opened.ok) return opened;
    }
    return { ok: true };
  }
}
