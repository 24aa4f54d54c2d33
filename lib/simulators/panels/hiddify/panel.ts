import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import { PanelFaults } from "../faults";
import type { PanelClock, ShownAccount, SimulatedPanel } from "../panel";
import { hiddifyRoutes } from "./routes";
import { apply, dayOf, GB, isActive, type StoredUser, type UserInput } from "./user";

const DAY_MS = 86_400_000;
const UNLIMITED_GB = 1_000_000;

/** A Hiddify Manager in memory. Its secrets are its paths and the uuid of its admin. */
export class HiddifyPanel implements SimulatedPanel {
  readonly slug = "hiddify";
  readonly title = "Hiddify Manager";
  readonly versions = ["10.80.12", "12.0.0"];
  readonly adminPath = "Kq7simulatedAdmin";
  readonly clientPath = "Wm2simulatedClient";
  readonly basePath = `/${this.adminPath}`;
  readonly credentials = { apiKey: "7b0f8a1e-0b52-4c26-9d2a-1f4f6f6a7c11" };
  readonly tags = [];
  readonly faults = new PanelFaults();
  readonly users = new Map<string, StoredUser>();
  version = "10.80.12";
  /** Writes in work, and how often two were at once: each runs a job of the machine, which does not like that. */
  writing = 0;
  collisions = 0;
  private lastId = 0;

  constructor(
    readonly clock: PanelClock,
    /** How long the job that follows each write takes. */
    readonly applyMs = 0,
  ) {}

  add(input: UserInput & { name: string }): StoredUser {
    this.lastId += 1;
    const user: StoredUser = {
      id: this.lastId,
      uuid: input.uuid ?? randomUUID(),
      name: input.name,
      usageBytes: 0,
      limitGb: 1_000,
      packageDays: 90,
      startDate: null,
      mode: "no_reset",
      comment: null,
      telegramId: null,
      lang: null,
      enable: true,
      lastOnline: null,
    };
    apply(user, input);
    this.users.set(user.uuid, user);
    return user;
  }

  isActive(user: StoredUser): boolean {
    return isActive(user, this.clock.now());
  }

  accounts(): ShownAccount[] {
    return [...this.users.values()].map((user) => ({
      username: user.name,
      isActive: this.isActive(user),
      usedBytes: user.usageBytes,
      limitBytes: user.limitGb >= UNLIMITED_GB ? null : Math.round(user.limitGb * GB),
      // Until the end of its last day.
      expiresAt:
        user.startDate === null ? null : Date.parse(user.startDate) + (user.packageDays + 1) * DAY_MS,
    }));
  }

  letsIn(uuid: string): boolean {
    const user = this.users.get(uuid);
    return user !== undefined && this.isActive(user);
  }

  addTraffic(username: string, uploadBytes: number, downloadBytes: number): boolean {
    const user = this.named(username);
    if (!user?.enable) return false;
    user.usageBytes += uploadBytes + downloadBytes;
    user.startDate ??= dayOf(this.clock.now());
    user.lastOnline = this.clock.now();
    return true;
  }

  deleteAccount(username: string): boolean {
    const user = this.named(username);
    return user !== undefined && this.users.delete(user.uuid);
  }

  resetTraffic(username: string): boolean {
    const user = this.named(username);
    if (user) user.usageBytes = 0;
    return user !== undefined;
  }

  /** Everything is in its database. */
  restart(): void {
    this.writing = 0;
  }

  reset(): void {
    this.users.clear();
    this.faults.reset();
    this.version = this.versions[0] ?? this.version;
    this.writing = 0;
    this.collisions = 0;
  }

  routes(): Hono {
    return hiddifyRoutes(this);
  }

  drops(): boolean {
    return this.faults.takeDrop();
  }

  private named(username: string): StoredUser | undefined {
    return [...this.users.values()].find(({ name }) => name === username);
  }
}
