"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import type { BuyChoice, UnsoldChoice } from "./buy-choice";
import { type BuyView, buyHref } from "./buy-view";
import { ChoicePicker } from "./choice-picker";
import type { AwaitedRows } from "./offer-focus";
import { OfferList } from "./offer-list";
import type { OperatorChoice } from "./offer-operator";
import type { RentOffer } from "./rent-offer";

interface BuyBoardProps {
  view: BuyView;
  choices: BuyChoice[];
  chosen: BuyChoice | null;
  offers: RentOffer[];
  operators: readonly OperatorChoice[];
  /** What is looked for and not sold, where apps are chosen. */
  unsold: readonly UnsoldChoice[];
  confirmAbove: string | null;
  areShortcutsOn: boolean;
}

/** Two panes: which app, then which country, or the other way round. In a hand they come one after the other. */
export function BuyBoard(props: BuyBoardProps) {
  const { view, choices, chosen, offers, operators, unsold, confirmAbove, areShortcutsOn } = props;
  const t = useTranslations("numbers.buy");
  const takesFocus = useRef<AwaitedRows | null>(null);
  if (choices.length === 0 || !chosen)
    return (
      <EmptyState
        title={t("empty")}
        text={t("emptyText")}
        action={
          <LinkButton variant="secondary" href={routes.status()} prefetch={false}>
            {t("emptyAction")}
          </LinkButton>
        }
      />
    );
  const isPicked = (view.by === "service" ? view.service : view.country) !== null;
  const back = buyHref(view, view.by === "service" ? { service: null } : { country: null });
  return (
    <div className="flex flex-col gap-4">
      <nav aria-label={t("by")} className="flex gap-1 text-sm">
        {(["service", "country"] as const).map((by) => (
          <Link
            key={by}
            href={buyHref(view, { by })}
            aria-current={by === view.by ? "true" : undefined}
            prefetch={false}
            className="inline-flex min-h-11 items-center rounded-full border border-transparent px-3 text-ink-2 hover:bg-sunken md:min-h-8.5 aria-[current]:border-line-strong aria-[current]:bg-surface aria-[current]:text-ink"
          >
            {t(by === "service" ? "byService" : "byCountry")}
          </Link>
        ))}
      </nav>
      <div className="grid gap-6 lg:grid-cols-[19rem_minmax(0,1fr)]">
        <div className={isPicked ? "max-lg:hidden" : undefined}>
          <ChoicePicker
            key={view.by}
            view={view}
            choices={choices}
            chosen={chosen.key}
            offers={offers}
            unsold={unsold}
            areShortcutsOn={areShortcutsOn}
            onChosen={(how, key) => {
              takesFocus.current = { how, key };
            }}
          />
        </div>
        <div className={isPicked ? "min-w-0" : "min-w-0 max-lg:hidden"}>
          {isPicked && (
            <Link
              href={back}
              prefetch={false}
              className="mb-3 inline-flex min-h-11 items-center text-sm underline underline-offset-2 lg:hidden"
            >
              {t(view.by === "service" ? "changeService" : "changeCountry", { name: chosen.name })}
            </Link>
          )}
          <OfferList
            key={`${view.by}-${chosen.key}-${isPicked}`}
            view={view}
            title={chosen.name}
            offers={offers}
            operators={operators}
            confirmAbove={confirmAbove}
            areShortcutsOn={areShortcutsOn}
            picked={isPicked ? chosen.key : null}
            takesFocus={takesFocus}
          />
        </div>
      </div>
    </div>
  );
}
