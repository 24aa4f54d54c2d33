/** One part of the shop as the status page names it. */
export interface StatusPart {
  kind: "database" | "jobs" | "news" | "own" | "supplier";
  /** Suppliers are told apart by a letter, never by name. */
  letter?: string;
  state: "up" | "slow" | "down" | "unknown";
  lateJobs?: number;
  newsWaitSeconds?: number;
  answeredAt?: string | null;
  pausedUntil?: string | null;
}

interface SourceFacts {
  isOwn: boolean;
  state: "up" | "paused" | "unknown";
  answeredAt: string | null;
  pausedUntil: string | null;
}

type StatusFacts =
  | { isDatabaseUp: false }
  | {
      isDatabaseUp: true;
      lateJobs: number;
      newsWaitSeconds: number;
      isNewsLate: boolean;
      sources: readonly SourceFacts[];
    };

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** The parts in the order of what everything else rests on. */
export function partsOf(status: StatusFacts): StatusPart[] {
  if (!status.isDatabaseUp) return [{ kind: "database", state: "down" }];
  const { lateJobs, newsWaitSeconds, isNewsLate, sources } = status;
  const suppliers = sources.filter((source) => !source.isOwn);
  return [
    { kind: "database", state: "up" },
    { kind: "jobs", state: lateJobs > 0 ? "slow" : "up", lateJobs },
    { kind: "news", state: isNewsLate ? "slow" : "up", newsWaitSeconds: isNewsLate ? newsWaitSeconds : 0 },
    ...(suppliers.length < sources.length ? [{ kind: "own", state: "up" } as const] : []),
    ...suppliers.map(
      ({ state, answeredAt, pausedUntil }, at): StatusPart => ({
        kind: "supplier",
        letter: LETTERS[at] ?? String(at + 1),
        state: state === "paused" ? "down" : state,
        answeredAt,
        pausedUntil,
      }),
    ),
  ];
}

/** Bad without the database; some when any part is late or paused. */
export function verdictOf(parts: readonly StatusPart[]): "good" | "some" | "bad" {
  if (parts.some((part) => part.kind === "database" && part.state === "down")) return "bad";
  return parts.some((part) => part.state === "slow" || part.state === "down") ? "some" : "good";
}
