import { Meter } from "@/components/vpn/meter";

interface LimitMeterProps {
  label: string;
  /** How far the limit is used, in percent. */
  percent: number;
  text: string;
}

const WARN_FROM = 80;

/** A limit before it bites: the bar turns as it nears its end, and the words say how much is left. */
export function LimitMeter({ label, percent, text }: LimitMeterProps) {
  const tone = percent >= 100 ? "bad" : percent >= WARN_FROM ? "warn" : "ok";
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
        <span className="text-ink-2">{label}</span>
        <bdi className="tabular-nums">{text}</bdi>
      </p>
      <Meter percent={percent} tone={tone} />
    </div>
  );
}
