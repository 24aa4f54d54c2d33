import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Island } from "@/components/feedback/island";
import { PageHeader } from "@/components/layout/page-header";
import { BuyBoard } from "@/components/numbers/buy-board";
import { BuyBoardSkeleton } from "@/components/numbers/buy-board-skeleton";
import { type BuyView, readBuyView } from "@/components/numbers/buy-view";
import { RefusedService } from "@/components/numbers/refused-service";
import { RentRunning } from "@/components/numbers/rent-running";
import { RateNote } from "@/components/wallet/rate-note";
import { toDecimal } from "@/lib/domain/kernel/money";
import {
  loadBuyOffers,
  loadCountryChoices,
  loadRefusedService,
  loadServiceChoices,
  loadUnsoldChoices,
} from "@/lib/loaders/buy-board";
import { loadDisplayRate } from "@/lib/loaders/display-rate";
import { loadPreferences } from "@/lib/loaders/preferences";
import { requireCustomer } from "@/lib/loaders/session";
import { toRentOffers } from "./rent-offers";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("numbers");
  return { title: t("title") };
}

interface NumbersPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

async function Board({ view }: { view: BuyView }) {
  const [choices, preferences, locale, display, unsold] = await Promise.all([
    view.by === "service" ? loadServiceChoices() : loadCountryChoices(),
    loadPreferences(),
    getLocale(),
    loadDisplayRate(),
    view.by === "service" ? loadUnsoldChoices() : [],
  ]);
  const asked = view.by === "service" ? view.service : view.country;
  const chosen = choices.find(({ key, code }) => key === asked || code === asked) ?? null;
  const refused = asked && !chosen && view.by === "service" ? await loadRefusedService(asked) : null;
  const shown = chosen ?? choices[0] ?? null;
  const asking = { ...view, key: shown?.key ?? "" };
  const { offers, operators, operator } = shown
    ? await loadBuyOffers(asking)
    : { offers: [], operators: [], operator: null };
  const country = view.by === "country" ? (shown?.key ?? null) : view.country;
  const { confirmAboveMicros } = preferences;
  return (
    <>
      {asked && !chosen && <RefusedService asked={asked} refused={refused} />}
      <BuyBoard
        view={{ ...view, [view.by]: chosen?.key ?? null, operator: operator?.code ?? null }}
        choices={choices}
        chosen={shown}
        offers={toRentOffers(offers, locale, { country, operator })}
        operators={chosen ? operators : []}
        unsold={unsold}
        confirmAbove={confirmAboveMicros === null ? null : toDecimal(confirmAboveMicros)}
        areShortcutsOn={preferences.areShortcutsOn}
      />
      <RateNote {...display} />
    </>
  );
}

export default async function NumbersPage({ searchParams }: NumbersPageProps) {
  await requireCustomer();
  const t = await getTranslations("numbers.buy");
  const view = readBuyView(await searchParams);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <RentRunning />
      <Island skeleton={<BuyBoardSkeleton />}>
        <Board view={view} />
      </Island>
    </>
  );
}
