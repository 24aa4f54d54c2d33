import type { Notifications } from "@/lib/db/notifications";
import type { DocumentHeaders } from "./document-headers";

/** A document as it is sent: made once, true until something it shows changes. */
export interface KeptDocument extends DocumentHeaders {
  subscriptionId: string;
  /** SHA-256 of its token. */
  digest: string;
  etag: string;
  /** Its bytes, one a character: Node sends headers and a text at once, headers and bytes in two pieces. */
  body: string;
  /** Milliseconds of real time after which it must be made again. */
  goodUntil: number;
}

/** Taken before the database is read: what changes after that must not be kept as it was read. */
export interface Making {
  changed: Set<string>;
  isSpoilt: boolean;
}

export interface KeptDocuments {
  find(key: string, now: number): KeptDocument | null;
  begin(): Making;
  /** Keeps what was made, unless it changed meanwhile. Ends the making. */
  keep(making: Making, key: string, document: KeptDocument): void;
  /** Ends a making of which nothing is kept. */
  drop(making: Making): void;
  size(): number;
}

type Entry = KeptDocument & { usedAt: number };

interface Bounds {
  documents: number;
  bytes: number;
}

/** What was handed out this short a while ago counts as just handed out: moving it to the end each time costs more than it is worth. */
const TOUCH_MS = 30_000;
/** What a document costs beside its body: headers, keys, the entry itself. */
const OVERHEAD_BYTES = 2_000;
const BOUNDS: Bounds = { documents: 40_000, bytes: 128 * 1024 * 1024 };

/**
 * The documents that apps ask for again and again. The database tells every process which subscriptions changed; while the
 * line to it is down nothing is answered from here, and after that everything is made again. What was asked for longest ago
 * goes first. Unknown tokens are never kept.
 */
export function keepDocuments(notifications: Notifications, bounds: Bounds = BOUNDS): KeptDocuments {
  const documents = new Map<string, Entry>();
  const keysOf = new Map<string, Set<string>>();
  const makings = new Set<Making>();
  let bytes = 0;

  function remove(key: string, { subscriptionId, body }: KeptDocument): void {
    documents.delete(key);
    bytes -= body.length + OVERHEAD_BYTES;
    const keys = keysOf.get(subscriptionId);
    keys?.delete(key);
    if (keys?.size === 0) keysOf.delete(subscriptionId);
  }

  function clear(): void {
    documents.clear();
    keysOf.clear();
    bytes = 0;
    for (const making of makings) making.isSpoilt = true;
  }

  function forget(subscriptionId: string): void {
    for (const making of makings) making.changed.add(subscriptionId);
    for (const key of keysOf.get(subscriptionId) ?? []) {
      const document = documents.get(key);
      if (document) remove(key, document);
    }
  }

  notifications.on("patchbay_subscriptions", (payload) => {
    if (payload === "*") clear();
    else for (const id of payload.split(",")) forget(id);
  });
  // Words depend on business time.
  notifications.on("patchbay_clock", clear);
  notifications.onResync(clear);

  return {
    find(key, now) {
      const document = documents.get(key);
      if (!document || !notifications.isConnected()) return null;
      if (document.goodUntil <= now) {
        remove(key, document);
        return null;
      }
      if (now - document.usedAt >= TOUCH_MS) {
        document.usedAt = now;
        documents.delete(key);
        documents.set(key, document);
      }
      return document;
    },
    begin() {
      const making: Making = { changed: new Set(), isSpoilt: !notifications.isConnected() };
      makings.add(making);
      return making;
    },
    keep(making, key, document) {
      makings.delete(making);
      if (making.isSpoilt || making.changed.has(document.subscriptionId)) return;
      const before = documents.get(key);
      if (before) remove(key, before);
      documents.set(key, { ...document, usedAt: Number.NEGATIVE_INFINITY });
      bytes += document.body.length + OVERHEAD_BYTES;
      const keys = keysOf.get(document.subscriptionId) ?? new Set();
      keysOf.set(document.subscriptionId, keys.add(key));
      for (const [oldest, one] of documents) {
        if (documents.size <= bounds.documents && bytes <= bounds.bytes) break;
        remove(oldest, one);
      }
    },
    drop: (making) => void makings.delete(making),
    size: () => documents.size,
  };
}
