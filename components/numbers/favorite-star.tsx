"use client";

import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { startTransition, useOptimistic, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { setFavoriteAction } from "@/lib/actions/numbers";

interface FavoriteStarProps {
  service: string;
  name: string;
  isFavorite: boolean;
  tabIndex: number;
}

/** Puts a service before the others. Shown at once; taken back where the server did not agree. */
export function FavoriteStar({ service, name, isFavorite, tabIndex }: FavoriteStarProps) {
  const t = useTranslations("numbers.buy");
  const [saved, setSaved] = useState(isFavorite);
  const [shown, show] = useOptimistic(saved);
  const toggle = () =>
    startTransition(async () => {
      show(!shown);
      const answer = await setFavoriteAction({ service, isFavorite: !shown });
      if (answer.data?.ok) setSaved(!shown);
    });
  return (
    <button
      type="button"
      aria-pressed={shown}
      aria-label={t("favorite", { service: name })}
      onClick={toggle}
      tabIndex={tabIndex}
      data-control="star"
      className="absolute end-1 inline-flex size-9 items-center justify-center rounded-control text-ink-3 hover:text-ink"
    >
      <Star
        aria-hidden="true"
        className={classNames(
          "size-4",
          shown ? "fill-current text-accent" : "opacity-60 group-hover:opacity-100",
        )}
      />
    </button>
  );
}
