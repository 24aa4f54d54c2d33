import type { Hono } from "hono";
import { PanelFaults } from "../faults";
import type { PanelClock, ShownAccount, SimulatedPanel } from "../panel";
import { marzbanRoutes } from "./routes";
import { type InboundTags, MarzbanStore, PROTOCOLS } from "./store";

const TAGS: InboundTags = {
  vless: ["VLESS TCP REALITY", "VLESS WS TLS"],
  vmess: ["VMESS WS TLS"],
  trojan: ["TROJAN TCP TLS"],
  shadowsocks: ["SHADOWSOCKS TCP"],
};

/** A Marzban in memory: its users, its tokens, and whether its core runs. */
export class MarzbanPanel implements SimulatedPanel {
  readonly slug = "marzban";
  readonly title = "Marzban";
  readonly basePath = "";
  readonly versions = ["0.8.4", "5.2.1"];
  readonly credentials = { username: "admin", password: "simulated-marzban-password" };
  readonly faults = new PanelFaults();
  readonly tokens = new Set<string>();
  readonly store: MarzbanStore;
  version = "0.8.4";
  /** Marzban takes users while it is down, and says 200. */
  isCoreUp = true;

  constructor(
    private readonly clock: PanelClock,
    tags: InboundTags = TAGS,
  ) {
    this.store = new MarzbanStore(tags, () => clock.now());
  }

  get tags(): string[] {
    return Object.values(this.store.tags).flat();
  }

  accounts(): ShownAccount[] {
    return this.store.list().map((user) => ({
      username: user.username,
      isActive: user.status === "active",
      usedBytes: user.used_traffic,
      limitBytes: user.data_limit,
      expiresAt: user.expire === null ? null : user.expire * 1000,
    }));
  }

  letsIn(uuid: string): boolean {
    return this.store
      .list()
      .some((user) => user.status === "active" && Object.values(user.proxies).some(({ id }) => id === uuid));
  }

  addTraffic(username: string, uploadBytes: number, downloadBytes: number): boolean {
    const user = this.store.find(username);
    if (!user || user.status === "disabled" || !this.isCoreUp) return false;
    user.used_traffic += uploadBytes + downloadBytes;
    user.online_at = this.clock.now();
    return true;
  }

  deleteAccount(username: string): boolean {
    return this.store.users.delete(username.toLowerCase());
  }

  resetTraffic(username: string): boolean {
    const user = this.store.find(username);
    if (user) this.store.resetTraffic(user);
    return user !== undefined;
  }

  /** Its secret is in the database, but tokens end with their day: both look the same to a client. */
  restart(): void {
    this.tokens.clear();
  }

  reset(): void {
    this.store.users.clear();
    this.tokens.clear();
    this.faults.reset();
    this.version = this.versions[0] ?? this.version;
    this.isCoreUp = true;
  }

  systemStats() {
    const users = this.store.list();
    const count = (status: string) => users.filter((user) => user.status === status).length;
    const incoming = users.reduce((sum, user) => sum + user.used_traffic, 0);
    return {
      version: this.version,
      mem_total: 4_104_937_472,
      mem_used: 1_236_205_568,
      cpu_cores: 2,
      cpu_usage: 3.5,
      total_user: users.length,
      online_users: users.filter((user) => user.online_at !== null).length,
      users_active: count("active"),
      users_on_hold: count("on_hold"),
      users_disabled: count("disabled"),
      users_expired: count("expired"),
      users_limited: count("limited"),
      incoming_bandwidth: incoming,
      outgoing_bandwidth: 0,
      incoming_bandwidth_speed: 0,
      outgoing_bandwidth_speed: 0,
    };
  }

  inbounds() {
    return Object.fromEntries(
      PROTOCOLS.map((protocol) => [
        protocol,
        (this.store.tags[protocol] ?? []).map((tag) => ({
          tag,
          protocol,
          network: / WS /.test(tag) ? "ws" : "tcp",
          tls: / REALITY/.test(tag) ? "reality" : / TLS/.test(tag) ? "tls" : "none",
          port: 443,
        })),
      ]).filter(([, list]) => list?.length),
    );
  }

  routes(): Hono {
    return marzbanRoutes(this);
  }

  drops(): boolean {
    return this.faults.takeDrop();
  }
}
