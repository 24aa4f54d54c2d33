import { TrendingDown, TrendingUp } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

interface ChangeProps {
  current: number;
  previous: number;
  /** Whether more is good, bad or neither. */
  more: "good" | "bad" | "neutral";
  /** The previous value in words. */
  was: string;
  /** A difference of shares is told in points, not as a share of a share. */
  isShare?: boolean;
}

const percent = (part: number) => Math.round(part * 100);

/** How a number moved since the days before: a sign and words, never the colour alone. */
export function Change({ current, previous, more, was, isShare = false }: ChangeProps) {
  const t = useTranslations("overview.change");
  const format = useFormatter();
  const difference = current - previous;
  // Between the shares as they are shown, so that 85 % is never "0 points" more than 84 %.
  const points = percent(current) - percent(previous);
  const share = previous === 0 ? null : difference / Math.abs(previous);
  const isSame = isShare ? points === 0 : difference === 0;
  // Less than half a percent is neither "the same" nor worth an arrow: both sums stand there.
  const isSlight = !isShare && share !== null && percent(share) === 0;
  const words = (part: number) =>
    isShare
      ? t(points > 0 ? "upPoints" : "downPoints", { points: Math.abs(points), was })
      : t(part > 0 ? "up" : "down", { share: format.number(Math.abs(part), "share"), was });
  if (isSame || isSlight)
    return <span className="text-ink-3 text-xs">{t(isSame ? "same" : "new", { was })}</span>;
  const isGood = more !== "neutral" && difference > 0 === (more === "good");
  const tone = more === "neutral" ? "text-ink-2" : isGood ? "text-ok" : "text-bad";
  const Icon = difference > 0 ? TrendingUp : TrendingDown;
  return (
    <span className={`flex items-center gap-1.5 text-xs ${tone}`}>
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      <span>{share === null && !isShare ? t("new", { was }) : words(share ?? 0)}</span>
    </span>
  );
}
