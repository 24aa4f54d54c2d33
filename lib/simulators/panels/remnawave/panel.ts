import type { IncomingMessage } from "node:http";
import type { Hono } from "hono";
import { PanelFaults } from "../faults";
import type { PanelClock, ShownAccount, SimulatedPanel } from "../panel";
import { remnawaveRoutes } from "./routes";
import { RemnawaveStore } from "./store";

/** A Remnawave in memory. */
export class RemnawavePanel implements SimulatedPanel {
  readonly slug = "remnawave";
  readonly title = "Remnawave";
  readonly basePath = "";
  readonly versions = ["3.3.2", "2.6.1"];
  readonly credentials = { token: "simulated-remnawave-token" };
  readonly tags = [];
  readonly faults = new PanelFaults();
  readonly squads = ["5e3a7d1c-6f5b-4f0e-9a53-2f3b1c0d9e11"];
  readonly store: RemnawaveStore;
  version = "3.3.2";
  isNodeConnected = true;

  constructor(private readonly clock: PanelClock) {
    this.store = new RemnawaveStore(() => clock.now());
  }

  accounts(): ShownAccount[] {
    return this.store.list().map((user) => ({
      username: user.username,
      isActive: user.status === "ACTIVE",
      usedBytes: user.usedTrafficBytes,
      limitBytes: user.trafficLimitBytes || null,
      expiresAt: user.expireAt,
    }));
  }

  letsIn(uuid: string): boolean {
    return this.store.list().some((user) => user.vlessUuid === uuid && user.status === "ACTIVE");
  }

  addTraffic(username: string, uploadBytes: number, downloadBytes: number): boolean {
    const user = this.store.find(username);
    if (!user || user.status === "DISABLED") return false;
    user.usedTrafficBytes += uploadBytes + downloadBytes;
    user.lifetimeUsedTrafficBytes += uploadBytes + downloadBytes;
    user.onlineAt = this.clock.now();
    user.openConnections = 1;
    return true;
  }

  deleteAccount(username: string): boolean {
    return this.store.users.delete(username);
  }

  /** The sum over the lifetime keeps what is reset. */
  resetTraffic(username: string): boolean {
    const user = this.store.find(username);
    if (user) user.usedTrafficBytes = 0;
    return user !== undefined;
  }

  /** Everything is in its database; connections end. */
  restart(): void {
    for (const user of this.store.list()) user.openConnections = 0;
  }

  reset(): void {
    this.store.users.clear();
    this.faults.reset();
    this.version = this.versions[0] ?? this.version;
    this.isNodeConnected = true;
  }

  routes(): Hono {
    return remnawaveRoutes(this);
  }

  /** proxy-check.middleware.ts: without the headers of its proxy a connection ends. */
  drops({ headers }: IncomingMessage): boolean {
    const isProxied = headers["x-forwarded-for"] && headers["x-forwarded-proto"] === "https";
    return !isProxied || this.faults.takeDrop();
  }
}
