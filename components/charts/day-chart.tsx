import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";

export interface DaySeries {
  key: string;
  label: string;
  /** A class that sets the fill and the key's colour. */
  className: string;
}

export interface DayBar {
  day: string;
  /** The day in words. */
  label: string;
  /** By the key of the series; only the height comes from it. */
  values: Record<string, number>;
  /** What the bar says in words. */
  text: string;
}

interface DayChartProps {
  title: string;
  series: readonly DaySeries[];
  bars: readonly DayBar[];
  /** The largest value in words, at the top line. */
  topLabel: string;
  /** Folds out under the picture: the same numbers as a table. */
  table: ReactNode;
  tableLabel: string;
}

const HEIGHT = 100;

/** Stacked bars of days, drawn by the server; the table under it says the same to whoever cannot see it. */
export function DayChart({ title, series, bars, topLabel, table, tableLabel }: DayChartProps) {
  const sumOf = (bar: DayBar) => series.reduce((sum, { key }) => sum + Math.max(0, bar.values[key] ?? 0), 0);
  const top = Math.max(1, ...bars.map(sumOf));
  const gap = bars.length > 120 ? 0 : 0.2;
  return (
    <Panel as="section" className="flex min-w-0 flex-col gap-3" aria-label={title}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="font-medium text-base">{title}</h2>
        {series.length > 1 && (
          <ul className="flex flex-wrap gap-x-3 gap-y-1 text-ink-2 text-xs">
            {series.map(({ key, label, className }) => (
              <li key={key} className="flex items-center gap-1.5">
                <svg viewBox="0 0 8 8" aria-hidden="true" className={`size-2.5 ${className}`}>
                  <rect width="8" height="8" rx="2" />
                </svg>
                {label}
              </li>
            ))}
          </ul>
        )}
      </div>
      {/* Time runs from left to right in every language, as people read charts. */}
      <div aria-hidden="true" dir="ltr" className="relative">
        <span className="absolute end-0 top-0 rounded-control bg-surface px-1 text-ink-3 text-xs">
          <bdi>{topLabel}</bdi>
        </span>
        <svg
          viewBox={`0 0 ${bars.length} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="h-36 w-full border-line border-y"
        >
          <title>{title}</title>
          {bars.map((bar, index) => {
            let y = HEIGHT;
            return (
              <g key={bar.day}>
                <title>{bar.text}</title>
                <rect
                  x={index}
                  y={0}
                  width={1}
                  height={HEIGHT}
                  className="fill-transparent hover:fill-sunken"
                />
                {series.map(({ key, className }) => {
                  const height = (Math.max(0, bar.values[key] ?? 0) / top) * (HEIGHT - 12);
                  y -= height;
                  return (
                    <rect
                      key={key}
                      x={index + gap / 2}
                      y={y}
                      width={1 - gap}
                      height={height}
                      className={`pointer-events-none ${className}`}
                    />
                  );
                })}
              </g>
            );
          })}
        </svg>
        <p className="flex justify-between pt-1 text-ink-3 text-xs">
          <bdi>{bars[0]?.label}</bdi>
          {bars.length > 1 && <bdi>{bars.at(-1)?.label}</bdi>}
        </p>
      </div>
      <details className="text-sm">
        <summary className="inline-flex min-h-11 items-center text-ink-2 underline underline-offset-2 hover:text-ink md:min-h-8">
          {tableLabel}
        </summary>
        <div className="max-h-80 overflow-y-auto pt-2">{table}</div>
      </details>
    </Panel>
  );
}
