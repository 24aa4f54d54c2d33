import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/select";
import { PrintButton } from "@/components/wallet/print-button";
import { StatementSheet } from "@/components/wallet/statement-sheet";
import { getPathname } from "@/lib/i18n/navigation";
import { loadStatementMonth } from "@/lib/loaders/wallet";
import { routes } from "@/lib/routes";

interface StatementPageProps {
  searchParams: Promise<{ month?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("wallet");
  return { title: t("statement.monthly") };
}

export default async function StatementPage({ searchParams }: StatementPageProps) {
  const [t, format, locale, loaded] = await Promise.all([
    getTranslations("wallet"),
    getFormatter(),
    getLocale(),
    searchParams.then(({ month }) => loadStatementMonth(Array.isArray(month) ? month[0] : month)),
  ]);
  const { statement, month, months, username } = loaded;
  const nameOf = (value: string) =>
    format.dateTime(new Date(`${value}-15T12:00:00Z`), "month", { timeZone: "UTC" });
  const title = statement ? t("statement.of", { month: nameOf(month) }) : t("statement.monthly");
  return (
    <>
      <PageHeader
        title={title}
        lead={<bdi dir="ltr">{username}</bdi>}
        back={{ href: routes.wallet(), label: t("title") }}
        actions={<PrintButton label={t("statement.print")} />}
      />
      <form
        action={getPathname({ href: routes.statement(), locale })}
        className="flex flex-wrap items-end gap-3 print:hidden"
      >
        <Select
          key={month}
          name="month"
          label={t("statement.month")}
          defaultValue={month}
          options={months.map((value) => ({ value, label: nameOf(value) }))}
          className="w-52"
        />
        <Button type="submit" variant="secondary">
          {t("statement.show")}
        </Button>
      </form>
      {statement ? (
        <StatementSheet statement={statement} title={title} />
      ) : (
        <EmptyState title={t("statement.invalid")} />
      )}
      <p className="text-ink-3 text-xs">{t("statement.utc")}</p>
    </>
  );
}
