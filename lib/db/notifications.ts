import { Client } from "pg";

/** What the database tells: the channel and its text. */
export type NotificationHandler = (payload: string) => void;

export interface Notifications {
  /** Calls back for each notification of the channel. Returns how to stop. */
  on(channel: Channel, handler: NotificationHandler): () => void;
  /** Calls back after the connection was lost and is there again: whatever was remembered may be stale. */
  onResync(handler: () => void): () => void;
  /** Resolves when the connection listens for the first time. */
  ready(): Promise<void>;
  isConnected(): boolean;
  close(): Promise<void>;
}

const CHANNELS = [
  "patchbay_events",
  "patchbay_clock",
  "patchbay_subscriptions",
  "patchbay_orders",
  "patchbay_api_keys",
] as const;
export type Channel = (typeof CHANNELS)[number];

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;
/** A connection that died without a word is noticed by this question. */
const PROBE_EVERY_MS = 10_000;
const PROBE_TIMEOUT_MS = 5_000;

/** One LISTEN connection a process, connected lazily and again after every loss. */
export function createNotifications(databaseUrl: string, onError: (error: unknown) => void): Notifications {
  const handlers = new Map<Channel, Set<NotificationHandler>>(CHANNELS.map((name) => [name, new Set()]));
  const resyncHandlers = new Set<() => void>();
  let client: Client | null = null;
  let started = false;
  let closed = false;
  let connected = false;
  let everConnected = false;
  let retryMs = FIRST_RETRY_MS;
  let timer: NodeJS.Timeout | undefined;
  let probe: NodeJS.Timeout | undefined;
  let announceReady: () => void = () => {};
  const readyPromise = new Promise<void>((resolve) => {
    announceReady = resolve;
  });

  function lost(gone: Client, error?: unknown): void {
    if (client !== gone) return;
    client = null;
    connected = false;
    clearInterval(probe);
    gone.removeAllListeners();
    // A dying client may still emit; an unheard "error" would end the process.
    gone.on("error", () => {});
    gone.end().catch(() => {});
    if (closed) return;
    if (error) onError(error);
    timer = setTimeout(connect, retryMs);
    timer.unref();
    retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
  }

  async function connect(): Promise<void> {
    if (closed) return;
    const next = new Client({
      connectionString: databaseUrl,
      keepAlive: true,
      query_timeout: PROBE_TIMEOUT_MS,
    });
    client = next;
    next.on("error", (error) => lost(next, error));
    next.on("end", () => lost(next));
    next.on("notification", (message) => {
      for (const handler of handlers.get(message.channel as Channel) ?? []) handler(message.payload ?? "");
    });
    try {
      await next.connect();
      for (const channel of CHANNELS) await next.query(`LISTEN ${channel}`);
    } catch (error) {
      lost(next, error);
      return;
    }
    if (client !== next) return;
    connected = true;
    retryMs = FIRST_RETRY_MS;
    probe = setInterval(
      () => next.query("SELECT 1").catch((error: unknown) => lost(next, error)),
      PROBE_EVERY_MS,
    );
    probe.unref();
    announceReady();
    if (everConnected) for (const handler of resyncHandlers) handler();
    everConnected = true;
  }

  function start(): void {
    if (started) return;
    started = true;
    void connect();
  }

  return {
    on(channel, handler) {
      start();
      handlers.get(channel)?.add(handler);
      return () => handlers.get(channel)?.delete(handler);
    },
    onResync(handler) {
      resyncHandlers.add(handler);
      return () => resyncHandlers.delete(handler);
    },
    ready() {
      start();
      return readyPromise;
    },
    isConnected: () => connected,
    async close() {
      closed = true;
      clearTimeout(timer);
      clearInterval(probe);
      const current = client;
      client = null;
      await current?.end().catch(() => {});
    },
  };
}
