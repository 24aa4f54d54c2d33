import { getLocale, getTranslations } from "next-intl/server";
import { boardRows } from "@/components/catalog/board-rows";
import { LandingApi } from "@/components/catalog/landing-api";
import { LandingBoard } from "@/components/catalog/landing-board";
import { LandingCord } from "@/components/catalog/landing-cord";
import { loadBoard } from "@/lib/loaders/catalog";

/** The page is the board: real services, real prices, one press from renting. */
export default async function LandingPage({
  searchParams,
}: {
  searchParams: Promise<{ q?: string | string[] }>;
}) {
  const t = await getTranslations("landing");
  const locale = await getLocale();
  const { q } = await searchParams;
  const query = typeof q === "string" ? q.slice(0, 60) : "";
  const rows = boardRows(await loadBoard(), query, locale);
  return (
    <div className="flex flex-col gap-16 sm:gap-20">
      <div className="flex flex-col gap-4">
        <h1 className="font-semibold text-[2rem] leading-[1.15] tracking-tight sm:text-4xl">{t("title")}</h1>
        <p className="mb-2 max-w-[60ch] text-ink-2 text-lg">{t("lead")}</p>
        <LandingBoard rows={rows} query={query} locale={locale} />
      </div>
      <LandingCord />
      <LandingApi />
    </div>
  );
}
