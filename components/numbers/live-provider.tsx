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

export type Connection = "live" | "polling" | "offline" | "signed-out";

interface Live {
  state: LiveState;
  connection: streaming ? "live" : connectionAfter(error),
      take: (order) =>
        client.setQueryData<LiveState>(
          KEY,
          (known) => known && applyMessage(known, { type: "action", order }, Date.now()),
        ),
    }),
    [state, streaming, error, client],
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
