"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { TextField } from "@/components/ui/text-field";
import { searchThings } from "@/lib/domain/kernel/search";
import { useRouter } from "@/lib/i18n/navigation";
import type { BuyChoice, UnsoldChoice } from "./buy-choice";
import { type BuyView, buyHref } from "./buy-view";
import { ChoiceLine } from "./choice-line";
import { CountryHint } from "./country-hint";
import type { ChosenBy } from "./offer-focus";
import type { RentOffer } from "./rent-offer";
import { UnsoldChoices } from "./unsold-choices";
import { useRovingRows } from "./use-roving-rows";
import { useRowsInSteps } from "./use-rows-in-steps";
import { useSlashFocus } from "./use-slash-focus";

const GROUPS = ["favorites", "recent", "all"] as const;

interface ChoicePickerProps {
  view: BuyView;
  choices: BuyChoice[];
  chosen: string | null;
  /** Of the chosen service or country. */
  offers: readonly RentOffer[];
  unsold: readonly UnsoldChoice[];
  areShortcutsOn: boolean;
  /** A choice was made: the rows take over. */
  onChosen(how: ChosenBy, key: string): void;
}

/** The left pane: type or look, arrows move, Enter chooses. The choice is the page's address. */
export function ChoicePicker(props: ChoicePickerProps) {
  const { view, choices, chosen, offers, unsold, areShortcutsOn, onChosen } = props;
  const t = useTranslations("numbers.buy");
  const router = useRouter();
  const [query, setQuery] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useSlashFocus(field, areShortcutsOn);
  const found = searchThings(choices, query);
  const shown = useRowsInSteps();
  const isSearching = query.trim() !== "";
  const lines = isSearching
    ? found.slice(0, shown)
    : GROUPS.flatMap((group) => found.slice(0, shown).filter((choice) => choice.group === group));
  const roving = useRovingRows<HTMLDivElement>({ hasLetters: true });
  const stop = roving.stopOf(
    lines.map(({ key }) => key),
    chosen,
  );
  const hrefOf = (choice: BuyChoice) =>
    buyHref(view, view.by === "service" ? { service: choice.key } : { country: choice.key });

  function onKeyDown(event: KeyboardEvent): void {
    const [best] = found;
    if (event.key === "ArrowDown") roving.enter(isSearching ? undefined : stop);
    else if (event.key === "Enter" && best && isSearching) {
      setQuery("");
      onChosen("keyboard", best.key);
      router.push(hrefOf(best), { scroll: false });
    } else if (event.key === "Escape") return setQuery("");
    else return;
    event.preventDefault();
  }

  const line = (choice: BuyChoice, index: number) => (
    <ChoiceLine
      key={choice.key}
      choice={choice}
      kind={view.by}
      href={hrefOf(choice)}
      onPick={(how) => {
        if (how === "keyboard") setQuery("");
        onChosen(how, choice.key);
      }}
      isChosen={choice.key === chosen}
      isUnderCursor={isSearching && index === 0}
      isTabStop={choice.key === stop}
    />
  );
  const groupName = {
    favorites: "favorites",
    recent: "recent",
    all: view.by === "service" ? "allServices" : "allCountries",
  } as const;
  return (
    <section
      aria-labelledby="choices-heading"
      className="flex min-w-0 flex-col gap-3 lg:sticky lg:top-18 lg:max-h-[calc(100dvh-6rem)]"
    >
      <h2 id="choices-heading" className="sr-only">
        {t(view.by === "service" ? "services" : "countryChoices")}
      </h2>
      <TextField
        ref={field}
        type="search"
        label={t(view.by === "service" ? "service" : "countryQuestion")}
        placeholder={t(view.by === "service" ? "servicePlaceholder" : "countryPlaceholder")}
        value={query}
        autoComplete="off"
        enterKeyHint="go"
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {found.length === 0 && (
        <p className="text-ink-2" role="status">
          {t("noService", { query })}{" "}
          <button type="button" className="underline" onClick={() => setQuery("")}>
            {t("clear")}
          </button>
        </p>
      )}
      {found.length === 0 && view.by === "service" && (
        <CountryHint query={query} view={view} offers={offers} />
      )}
      {isSearching && <UnsoldChoices query={query} unsold={unsold} isOnly={found.length === 0} />}
      <div
        ref={roving.list}
        {...roving.handlers}
        className="flex flex-col gap-3 overflow-y-auto pe-1 empty:hidden"
      >
        {isSearching
          ? lines.length > 0 && <ul className="flex flex-col gap-0.5">{lines.map(line)}</ul>
          : GROUPS.filter((group) => lines.some((choice) => choice.group === group)).map((group) => (
              <div key={group}>
                <h3 id={`choices-${group}`} className="px-3 pb-1 text-ink-3 text-xs">
                  {t(groupName[group])}
                </h3>
                <ul aria-labelledby={`choices-${group}`} className="flex flex-col gap-0.5">
                  {lines.filter((choice) => choice.group === group).map(line)}
                </ul>
              </div>
            ))}
      </div>
    </section>
  );
}
