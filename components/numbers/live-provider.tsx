"use client";

import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from "react";
import type { OrderView } from "@/lib/domain/numbers/types";
import { apiRoutes } from "@/lib/routes";
import {
  applyMessage,
  applySnapshot,
  type LiveMessage,
  type LiveState,
  type WalletState,
} from "./live-state";

const KEY = ["live"];
const POLL_MS = 3_000;
/** A stream that says nothing for this long (heartbeats come every 15 s) is not believed any more. */
const SILENCE_MS = 40_000;

/** How long a lost stream waits before it is opened again: doubled each time it fails. */
const FIRST_REOPEN_MS = 1_000;
const LAST_REOPEN_MS = 30_000;

/** Told to the window: pages that show prices read them anew. */
export const PRICES_CHANGED = "patchbay:prices-changed";

export type Connection = "live" | "polling" | "offline" | "signed-out";

interface Live {
  state: LiveState;
  connection: Connection;
  /** An action's own answer: shown at once, before the stream says the same. */
  take(order: OrderView): void;
}

const LiveContext = createContext<Live | null>(null);

interface Snapshot {
  now: string;
  orders: OrderView[];
  balance: WalletState;
  unread: number;
}

async function fetchSnapshot(signal: AbortSignal): Promise<Snapshot> {
  const answer = await fetch(apiRoutes.activations(), { signal, headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function connectionOf(streaming: boolean, isSignedOut: boolean, error: Error | null): Connection {
  if (isSignedOut) return "signed-out";
  if (streaming) return "live";
  // What the last poll tells while there is no stream.
  return error ? "offline" : "polling";
}

/** Keeps the page true: server-sent events first, polling while they cannot be had. */
export function LiveProvider({ initial, children }: { initial: Snapshot; children: ReactNode }) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <LiveConnection initial={initial}>{children}</LiveConnection>
    </QueryClientProvider>
  );
}

function firstState(initial: Snapshot): LiveState {
  // The skew is corrected by the stream's first message; until then the server's own now is used.
  return {
    orders: initial.orders,
    balance: initial.balance,
    unread: initial.unread,
    skewMs: 0,
    confirmedAt: 0,
  };
}

function LiveConnection({ initial, children }: { initial: Snapshot; children: ReactNode }) {
  const client = useQueryClient();
  const [streaming, setStreaming] = useState(false);
  const [isSignedOut, setSignedOut] = useState(false);
  const { data: state, error } = useQuery({
    queryKey: KEY,
    initialData: () => firstState(initial),
    queryFn: async ({ signal }) => {
      const snapshot = await fetchSnapshot(signal);
      const known = client.getQueryData<LiveState>(KEY) ?? firstState(initial);
      return applySnapshot(known, snapshot, Date.now());
    },
    staleTime: Number.POSITIVE_INFINITY,
    enabled: !isSignedOut,
    refetchInterval: streaming ? false : POLL_MS,
    refetchOnReconnect: "always",
    refetchOnWindowFocus: "always",
    retry: false,
  });

  // What the stream could not tell any more, the poll hears as a 401.
  if (error?.message === "401" && !isSignedOut) setSignedOut(true);

  useEffect(() => {
    // Nothing more comes for an ended session: asking on would only fill logs.
    if (isSignedOut) return;
    let source: EventSource | null = null;
    let silence: ReturnType<typeof setTimeout>;
    let again: ReturnType<typeof setTimeout>;
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
          void client.invalidateQueries({ queryKey: KEY });
        }
        if (message.type === "prices") return void window.dispatchEvent(new Event(PRICES_CHANGED));
        if (message.type === "resync") return void client.invalidateQueries({ queryKey: KEY });
        client.setQueryData<LiveState>(KEY, (known) => known && applyMessage(known, message, Date.now()));
      };
      source.addEventListener("error", () => {
        setStreaming(false);
        if (source?.readyState === EventSource.CLOSED) reopen();
      });
    }

    open();
    return () => {
      closed = true;
      clearTimeout(silence);
      clearTimeout(again);
      source?.close();
    };
  }, [client, isSignedOut]);

  const live = useMemo<Live>(
    () => ({
      state,
      connection: connectionOf(streaming, isSignedOut, error),
      take: (order) =>
        client.setQueryData<LiveState>(
          KEY,
          (known) => known && applyMessage(known, { type: "action", order }, Date.now()),
        ),
    }),
    [state, streaming, isSignedOut, error, client],
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
