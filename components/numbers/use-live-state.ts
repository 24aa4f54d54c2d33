import { useCallback, useEffect, useRef, useState } from "react";
import type { OrderView } from "@/lib/domain/numbers/types";
import { apiRoutes } from "@/lib/routes";
import { applySnapshot, type LiveState, type WalletState } from "./live-state";

const POLL_MS = 3_000;

export interface Snapshot {
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

interface Asking {
  /** Nobody else tells: the server is asked again and again while the page is seen. */
  isPolling: boolean;
  /** Without a session nothing is asked. */
  isEnabled: boolean;
}

/** The live state, what the last question for it came to, and the ways to change it. */
export function useLiveState(initial: Snapshot, { isPolling, isEnabled }: Asking) {
  const [state, setState] = useState(() => firstState(initial));
  const [error, setError] = useState<Error | null>(null);
  const running = useRef<AbortController | null>(null);

  /** Asks now; a question that is still open counts no more. */
  const refresh = useCallback(async () => {
    running.current?.abort();
    const asking = new AbortController();
    running.current = asking;
    try {
      const snapshot = await fetchSnapshot(asking.signal);
      if (asking.signal.aborted) return;
      setState((known) => applySnapshot(known, snapshot, Date.now()));
      setError(null);
    } catch (failure) {
      if (!asking.signal.aborted) setError(failure instanceof Error ? failure : new Error("unknown"));
    } finally {
      if (running.current === asking) running.current = null;
    }
  }, []);

  useEffect(() => {
    if (!isEnabled) return;
    const onSeen = () => {
      if (document.visibilityState === "visible" && navigator.onLine) void refresh();
    };
    // An open question is waited for, or a slow network would never answer.
    const onTick = () => {
      if (!running.current) onSeen();
    };
    const timer = isPolling ? setInterval(onTick, POLL_MS) : undefined;
    document.addEventListener("visibilitychange", onSeen);
    window.addEventListener("online", onSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onSeen);
      window.removeEventListener("online", onSeen);
    };
  }, [isEnabled, isPolling, refresh]);

  useEffect(() => () => running.current?.abort(), []);

  return { state, error, change: setState, refresh };
}
