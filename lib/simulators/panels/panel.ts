import type { IncomingMessage } from "node:http";
import type { Hono } from "hono";
import type { PanelFaults } from "./faults";

/** An account as the pages show it, whatever the panel calls its parts. */
export interface ShownAccount {
  username: string;
  isActive: boolean;
  usedBytes: number;
  limitBytes: number | null;
  expiresAt: number | null;
}

/** What every simulated panel has beside its own API: it can be looked into and steered. */
export interface SimulatedPanel {
  /** In addresses: "three-x-ui". */
  slug: string;
  title: string;
  /** What follows its own address in the connection: "" or a secret path with a slash before it. */
  basePath: string;
  version: string;
  /** Versions it can play; the first is the usual one. */
  versions: readonly string[];
  faults: PanelFaults;
  /** What an admin types to connect it. */
  credentials: Readonly<Record<string, string>>;
  /** The inbounds that it has, as the tag of an inbound names them. Hiddify asks for none: any tag does. */
  readonly tags: readonly string[];
  accounts(): ShownAccount[];
  /** Whether the holder of this uuid could connect now. */
  letsIn(uuid: string): boolean;
  /** Somebody used their connection, perhaps beyond their limit. False for a name that is not there or is disabled. */
  addTraffic(username: string, uploadBytes: number, downloadBytes: number): boolean;
  /** Somebody deletes it in the panel's own pages. */
  deleteAccount(username: string): boolean;
  /** Somebody sets its counter to zero in the panel's own pages. */
  resetTraffic(username: string): boolean;
  /** The machine starts again: what is only in memory is gone. */
  restart(): void;
  /** As new. */
  reset(): void;
  /** Its API, below its own address. */
  routes(): Hono;
  /** Whether it ends the connection instead of answering, as some do for calls they do not like. */
  drops(request: IncomingMessage): boolean;
}

/** What the panels share: the clock, which follows business time. */
export interface PanelClock {
  now(): number;
}
