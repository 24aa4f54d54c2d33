"use client";

import {
  createContext,
  type ReactNode,
  type RefObject,
  use,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useOnline } from "@/components/feedback/use-online";
import type { OrderView } from "@/lib/domain/numbers/types";
import { apiRoutes } from "@/lib/routes";
import { applyMessage, isLive, type LiveMessage, type LiveState } from "./live-state";
import { type Snapshot, useLiveState } from "./use-live-state";

/** A stream that says nothing for this long (heartbeats come every 15 s) is not believed any more. */
const SILENCE_MS = 40_000;

/** How long a lost stream waits before it is opened again: doubled each time it fails. */
const FIRST_REOPEN_MS = 1_000;
const LAST_REOPEN_MS = 30_000;

/** A tab that is not seen and waits for no code gives its line back after this: a browser has six to one host. */
const REST_AFTER_MS = 20_000;

/** Told to the window: pages that show prices read them anew. */
export const PRICES_CHANGED = "patchbay:prices-changed";

/** Told to the window: pages that show invoices read them anew. */
export const INVOICES_CHANGED = "patchbay:invoices-changed";

export type Connection = "live" | "polling" | "offline" | "signed-out";

interface Live {
  state: LiveState;
  connection: Connection;
  /** An action's own answer: shown at once, before the stream says the same. */
  take(order: OrderView): void;
  /** The order that was just rented here: its page takes the focus, once. */
  rented: RefObject<string | null>;
}

const LiveContext = createContext<Live | null>(null);

interface Line {
  isStreaming: boolean;
  isSignedOut: boolean;
  isOnline: boolean;
  error: Error | null;
}

function connectionOf({ isStreaming, isSignedOut, isOnline, error }: Line): Connection {
  if (isSignedOut) return "signed-out";
  // A stream over a lost network looks open until its silence is noticed.
  if (!isOnline) return "offline";
  if (isStreaming) return "live";
  // What the last poll tells while there is no stream.
  return error ? "offline" : "polling";
}

/** Keeps the page true: server-sent events first, polling while they cannot be had. */
export function LiveProvider({ initial, children }: { initial: Snapshot; children: ReactNode }) {
  const [streaming, setStreaming] = useState(false);
  const [isSignedOut, setSignedOut] = useState(false);
  const isOnline = useOnline();
  const { state, error, change, refresh } = useLiveState(initial, {
    isPolling: !streaming,
    isEnabled: !isSignedOut,
  });

  const rented = useRef<string | null>(null);
  const waits = useRef(false);
  waits.current = state.orders.some(isLive);

  // What the stream could not tell any more, the poll hears as a 401.
  if (error?.message === "401" && !isSignedOut) setSignedOut(true);

  useEffect(() => {
    // Nothing more comes for an ended session: asking on would only fill logs.
    if (isSignedOut) return;
    let source: EventSource | null = null;
    let silence: ReturnType<typeof setTimeout>;
    let again: ReturnType<typeof setTimeout>;
    let rest: ReturnType<typeof setTimeout>;
    let resting = false;
    let closed = false;
    let failures = 0;

    function heard(): void {
      clearTimeout(silence);
      silence = setTimeout(reopen, SILENCE_MS);
    }

    function reopen(): void {
      source?.close();
      setStreaming(false);
      clearTimeout(again);
      if (closed) return;
      again = setTimeout(open, Math.min(FIRST_REOPEN_MS * 2 ** failures, LAST_REOPEN_MS));
      failures += 1;
    }

    function open(): void {
      source = new EventSource(apiRoutes.stream());
      heard();
      source.onmessage = (event) => {
        heard();
        const message = JSON.parse(event.data) as LiveMessage;
        if (message.type === "end") return reopen();
        if (message.type === "signed-out") {
          setStreaming(false);
          return setSignedOut(true);
        }
        if (message.type === "hello") {
          setStreaming(true);
          failures = 0;
          // Whatever changed between the page's own read and this moment.
          void refresh();
        }
        if (message.type === "prices") return void window.dispatchEvent(new Event(PRICES_CHANGED));
        if (/^(?:invoice|withdrawal)\./.test(message.type)) window.dispatchEvent(new Event(INVOICES_CHANGED));
        if (message.type === "resync") return void refresh();
        change((known) => applyMessage(known, message, Date.now()));
      };
      source.addEventListener("error", () => {
        setStreaming(false);
        if (source?.readyState === EventSource.CLOSED) reopen();
      });
    }

    function onOnline(): void {
      if (resting) return;
      failures = 0;
      reopen();
    }

    function onSeen(): void {
      clearTimeout(rest);
      if (document.visibilityState === "hidden") {
        rest = setTimeout(takeRest, REST_AFTER_MS);
      } else if (resting) {
        resting = false;
        failures = 0;
        open();
      }
    }

    function takeRest(): void {
      if (waits.current) return;
      resting = true;
      source?.close();
      clearTimeout(silence);
      clearTimeout(again);
    }

    open();
    window.addEventListener("online", onOnline);
    document.addEventListener("visibilitychange", onSeen);
    return () => {
      closed = true;
      document.removeEventListener("visibilitychange", onSeen);
      clearTimeout(rest);
      window.removeEventListener("online", onOnline);
      clearTimeout(silence);
      clearTimeout(again);
      source?.close();
    };
  }, [change, refresh, isSignedOut]);

  const live = useMemo<Live>(
    () => ({
      state,
      connection: connectionOf({ isStreaming: streaming, isSignedOut, isOnline, error }),
      rented,
      take: (order) => change((known) => applyMessage(known, { type: "action", order }, Date.now())),
    }),
    [state, streaming, isSignedOut, isOnline, error, change],
  );

  return <LiveContext value={live}>{children}</LiveContext>;
}

/** The live state of the signed-in person's activations and wallet. */
export function useLive(): Live {
  const live = use(LiveContext);
  if (!live) throw new Error("useLive needs a LiveProvider above it");
  return live;
}

/** One activation as it is now; the page's own read until the stream knows better. */
export function useOrder(initial: OrderView): OrderView {
  const { state } = useLive();
  return state.orders.find((order) => order.id === initial.id) ?? initial;
}
