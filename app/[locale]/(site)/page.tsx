import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { boardRows } from "@/components/catalog/board-rows";
import { DeliveryLine } from "@/components/catalog/delivery-line";
import { LandingApi } from "@/components/catalog/landing-api";
import { LandingBoard } from "@/components/catalog/landing-board";
import { LandingCord } from "@/components/catalog/landing-cord";
import { LandingFaq } from "@/components/catalog/landing-faq";
import { LandingPromise } from "@/components/catalog/landing-promise";
import { LandingPlans } from "@/components/vpn/landing-plans";
import { DisplayRateProvider } from "@/components/wallet/display-rate";
import { loadBoard, loadDelivery } from "@/lib/loaders/catalog";
import { loadDisplayRate } from "@/lib/loaders/display-rate";
import { loadSession } from "@/lib/loaders/session";
import { publicMetadata, publicOrigin } from "@/lib/loaders/site-metadata";
import { loadPlans } from "@/lib/loaders/vpn";
import { routes } from "@/lib/routes";

export function generateMetadata(): Promise<Metadata> {
  return publicMetadata("home", routes.home());
}

/** The page is the board: real services, real prices, one press from renting. */
export default async function LandingPage({
  searchParams,
}: {
  searchParams: Promise<{ q?: string | string[] }>;
}) {
  const t = await getTranslations("landing");
  const { q } = await searchParams;
  const query = typeof q === "string" ? q.replaceAll("\0", "").trim().slice(0, 60) : "";
  const [board, delivery, session, plans, shown] = await Promise.all([
    loadBoard(query),
    loadDelivery(),
    loadSession(),
    loadPlans(),
    loadDisplayRate(),
  ]);
  return (
    <div className="flex flex-col gap-16 sm:gap-24">
      <div className="flex flex-col gap-4">
        <h1 className="font-semibold text-[2rem] leading-[1.15] tracking-tight sm:text-[2.5rem]">
          {t("title")}
        </h1>
        <p className="max-w-[60ch] text-ink-2 text-lg">{t("lead")}</p>
        <div className="mb-2">
          <DeliveryLine delivery={delivery} availableCount={board.availableCount} />
        </div>
        <LandingBoard
          rows={boardRows(board.rows)}
          prohibited={board.prohibited}
          query={query}
          isSignedIn={session !== null}
        />
      </div>
      <div className="later flex flex-col gap-16 sm:gap-24">
        <LandingCord />
        <LandingPromise />
        <DisplayRateProvider rate={shown.rate}>
          <LandingPlans plans={plans} isSignedIn={session !== null} />
        </DisplayRateProvider>
        <LandingApi origin={publicOrigin()} offer={board.rows[0]} />
        <LandingFaq />
      </div>
    </div>
  );
}
