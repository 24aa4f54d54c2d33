import { getLocale, getTranslations } from "next-intl/server";
import { LandingApi } from "@/components/catalog/landing-api";
import { LandingBoard } from "@/components/catalog/landing-board";
import { LandingCord } from "@/components/catalog/landing-cord";
import { loadBoard } from "@/lib/loaders/catalog";

/** The page is the board: real services, real prices, one press from renting. */
export default async function LandingPage({ searchParams }: { searchParams: Promise<{ q?: string }> }) {
  const t = await getTranslations("landing");
  const locale = await getLocale();
  const { q = "" } = await searchParams;
  const board = await loadBoard(q);
  return (
    <div className="flex flex-col gap-16">
      <section className="flex flex-col gap-5">
        <h1 className="max-w-[22ch] font-semibold text-[40px] leading-[1.1] tracking-tight">{t("title")}</h1>
        <p className="max-w-prose text-ink-2 text-lg">{t("lead")}</p>
        <LandingBoard rows={board} query={q} locale={locale} />
      </section>
      <LandingCord />
      <LandingApi />
    </div>
  );
}
