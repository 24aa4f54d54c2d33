import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { ClockControl } from "@/components/demo/clock-control";
import { Island } from "@/components/feedback/island";
import { PageSkeleton } from "@/components/feedback/page-skeleton";
import { PageHeader } from "@/components/layout/page-header";
import { AttentionList } from "@/components/overview/attention-list";
import { NamedSumsTable } from "@/components/overview/named-sums-table";
import { OverviewCharts } from "@/components/overview/overview-charts";
import { OverviewFigures } from "@/components/overview/overview-figures";
import { RangeBar } from "@/components/overview/range-bar";
import { providerName } from "@/components/supply/provider-name";
import { loadOverview } from "@/lib/loaders/admin";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("overview");
  return { title: t("title") };
}

interface OverviewPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

async function Overview({ searchParams }: OverviewPageProps) {
  const { overview, attention, now, mayMoveClock } = await loadOverview(await searchParams);
  const [t, seeded, format] = await Promise.all([
    getTranslations("overview"),
    getTranslations("providers.seeded"),
    getFormatter(),
  ]);
  const { from, to, previousFrom, previousTo } = overview.range;
  const day = (text: string) => format.dateTime(new Date(`${text}T00:00:00Z`), "date", { timeZone: "UTC" });
  const span = (first: string, last: string) =>
    first === last ? day(first) : t("span", { from: day(first), to: day(last) });
  const lead = t("lead", { range: span(from, to), before: span(previousFrom, previousTo) });
  return (
    <>
      <PageHeader title={t("title")} lead={overview.range.previousUntil ? `${lead} ${t("soFar")}` : lead} />
      <RangeBar range={overview.range} />
      <AttentionList items={attention} />
      <OverviewFigures overview={overview} />
      <OverviewCharts overview={overview} />
      <div className="grid gap-5 2xl:grid-cols-2">
        <NamedSumsTable
          title={t("providers.title")}
          first={t("providers.name")}
          rows={overview.providers.map((row) => ({ ...row, name: providerName(row.name, seeded) }))}
          href={(id) => routes.adminProvider(id)}
          empty={t("noOrders")}
        />
        <NamedSumsTable
          title={t("services.title")}
          first={t("services.name")}
          rows={overview.services}
          href={(id) => routes.adminService(id)}
          empty={t("noOrders")}
        />
      </div>
      <p className="text-ink-3 text-xs">
        {overview.countedAt
          ? t("counted", { time: format.dateTime(new Date(overview.countedAt), "time") })
          : t("notCounted")}
      </p>
      {mayMoveClock && <ClockControl now={now} />}
    </>
  );
}

export default function OverviewPage(props: OverviewPageProps) {
  return (
    <Island skeleton={<PageSkeleton />}>
      <Overview {...props} />
    </Island>
  );
}
