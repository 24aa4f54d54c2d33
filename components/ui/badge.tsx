import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Jack } from "./jack";

export type Tone = "live" | "ok" | "neutral" | "warn" | "bad" | "info";

const TONES: Record<Tone, string> = {
  live: "text-accent-text",
  ok: "text-ok",
  neutral: "text-ink-2",
  warn: "text-warn",
  bad: "text-bad",
  info: "text-info",
};

/** A state: always a word, with the ring that is lit when something lives. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "inline-flex min-h-6 items-center gap-1.5 whitespace-nowrap rounded-full border border-line bg-surface px-2.5 text-xs",
        TONES[tone],
      )}
    >
      <Jack lit={tone === "live" || tone === "ok"} />
      <span className="text-ink">{children}</span>
    </span>
  );
}
