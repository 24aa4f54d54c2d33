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

/** How a number moved since the days before: a sign and words, never the colour alone. */
export function Change({ current, previous, more, was, isShare = false }: ChangeProps) {
  const t = useTranslations("overview.change");
  const format = useFormatter();
  const difference = current - previous;
  const share = isShare ? difference : previous === 0 ? null : difference / Math.abs(previous);
  const words = (part: number) =>
    isShare
      ? t(part > 0 ? "upPoints" : "downPoints", { points: Math.round(Math.abs(part) * 100), was })
      : t(part > 0 ? "up" : "down", { share: format.number(Math.abs(part), "share"), was });
  if (difference === 0) return <span className="text-ink-3 text-xs">{t("same", { was })}</span>;
  const isGood = more !== "neutral" && difference > 0 === (more === "good");
  const tone = more === "neutral" ? "text-ink-2" : isGood ? "text-ok" : "text-bad";
  const Icon = difference > 0 ? TrendingUp : TrendingDown;
  return (
    <span className={`flex items-center gap-1.5 text-xs ${tone}`}>
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      <span>{share === null ? t("new", { was }) : words(share)}</span>
    </span>
  );
}
