import { useFormatter, useTranslations } from "next-intl";
import { FactList } from "@/components/offers/fact-list";
import { ProviderNames } from "@/components/supply/provider-name";
import { Ltr } from "@/components/ui/ltr";
import type { NumberImportDetail } from "@/lib/domain/supply/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { ImportWithdrawal } from "./import-withdrawal";

interface ImportFactsProps {
  numberImport: NumberImportDetail;
  canEdit: boolean;
}

/** The import whose numbers the list below shows: who brought it, what came of it, and taking it back. */
export function ImportFacts({ numberImport, canEdit }: ImportFactsProps) {
  const t = useTranslations("stock.imports");
  const format = useFormatter();
  const { fileName, by, provider, rows, added, refused, createdAt, numbers } = numberImport;
  const count = (value: number) => format.number(value, "whole");
  return (
    <section aria-labelledby="import-heading" className="flex flex-col gap-3">
      <h2 id="import-heading" className="font-medium text-base">
        {t.rich("of", { file: () => <bdi>{fileName || t("unnamed")}</bdi> })}
      </h2>
      <FactList
        facts={[
          { label: t("columns.createdAt"), value: format.dateTime(new Date(createdAt), "long") },
          {
            label: t("columns.by"),
            value: by ? (
              <Link href={routes.adminUser(by.id)} prefetch={false} className="underline underline-offset-2">
                <Ltr>{by.username}</Ltr>
              </Link>
            ) : (
              t("product")
            ),
          },
          { label: t("columns.provider"), value: <ProviderNames providers={[provider]} /> },
          { label: t("columns.rows"), value: count(rows) },
          { label: t("columns.added"), value: count(added) },
          { label: t("columns.refused"), value: count(refused) },
          { label: t("now.unused"), value: count(numbers.unused) },
          { label: t("now.held"), value: count(numbers.held) },
          { label: t("now.used"), value: count(numbers.used) },
          { label: t("now.off"), value: count(numbers.off) },
        ]}
      />
      {canEdit && numbers.unused > 0 && <ImportWithdrawal importId={numberImport.id} numbers={numbers} />}
      <p role="status" className="text-ink-2 text-sm empty:hidden">
        {numbers.unused === 0 && numbers.off > 0 && t("nothingUnused")}
      </p>
    </section>
  );
}
