import { classNames } from "@/components/ui/class-names";

const TONES = { ok: "fill-ok", warn: "fill-warn", bad: "fill-bad", ink: "fill-ink-2" } as const;
export type MeterTone = keyof typeof TONES;

/** A bar that is filled so far; the words beside it say the same. */
export function Meter({ percent, tone = "ink" }: { percent: number; tone?: MeterTone }) {
  const filled = Math.min(100, Math.max(0, percent));
  return (
    <svg
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="h-1.5 w-full rounded-full bg-sunken rtl:-scale-x-100"
    >
      <rect width={filled} height="4" className={classNames(TONES[tone])} />
    </svg>
  );
}
