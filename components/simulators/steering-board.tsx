"use client";

import { createContext, type ReactNode, use, useMemo, useState } from "react";
import type { Refusal } from "@/lib/domain/kernel/result";

export type Outcome = { done: string } | { refusal: Refusal };

interface Board {
  /** What became of the last press on the page, and beside whose controls it is told. */
  last: { by: string; outcome: Outcome } | null;
  tell(last: Board["last"]): void;
}

const Steering = createContext<Board>({ last: null, tell: () => undefined });

/** Around every control of the page: only the newest outcome stands, so that an old one does not pass for it. */
export function SteeringBoard({ children }: { children: ReactNode }) {
  const [last, tell] = useState<Board["last"]>(null);
  const board = useMemo(() => ({ last, tell }), [last]);
  return <Steering value={board}>{children}</Steering>;
}

export const useSteeringBoard = () => use(Steering);
