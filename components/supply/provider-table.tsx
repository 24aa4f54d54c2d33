import { useLocale, useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Badge } from "@/components/ui/badge";
import { Count } from "@/components/ui/count";
import { EmptyState } from "@/components/ui/empty-state";
import { Ltr } from "@/components/ui/ltr";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { parseDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { ProviderDetail } from "@/lib/domain/supply/types";
import { formatMoney } from "@/lib/format/money";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { ProviderName } from "./provider-name";
import { ProviderState } from "./provider-state";

/** Everybody we have numbers from, in the order in which they are asked. */
export function ProviderTable({ providers }: { providers: readonly ProviderDetail[] }) {
  const t = useTranslations("providers");
  const locale = useLocale();
  if (providers.length === 0) return <EmptyState title={t("empty")} />;
  return (
    <Table caption={t("title")}>
      <TableHead>
        <TableRow>
          <TableHeader>{t("name")}</TableHeader>
          <TableHeader>{t("kind")}</TableHeader>
          <TableHeader>{t("state")}</TableHeader>
          <TableHeader align="end">{t("priority")}</TableHeader>
          <TableHeader align="end">{t("balance")}</TableHeader>
          <TableHeader>{t("okAt")}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {providers.map((provider) => (
          <TableRow key={provider.id}>
            <TableCell label={t("name")}>
              <Link
                href={routes.adminProvider(provider.id)}
                prefetch={false}
                className="underline underline-offset-2"
              >
                <ProviderName name={provider.name} />
              </Link>
              {provider.isSimulated && <span className="text-ink-3"> · {t("simulated")}</span>}
            </TableCell>
            <TableCell label={t("kind")}>{t(`kinds.${provider.kind}`)}</TableCell>
            <TableCell label={t("state")}>
              <ProviderState provider={provider} />
            </TableCell>
            <TableCell label={t("priority")} align="end">
              <Count of={provider.priority} />
            </TableCell>
            <TableCell label={t("balance")} align="end">
              <span className="inline-flex flex-wrap items-center justify-end gap-2">
                {provider.isBalanceLow && <Badge tone="warn">{t("low")}</Badge>}
                <Ltr className="tabular-nums">
                  {provider.balance === null
                    ? "–"
                    : formatMoney(parseDecimal(provider.balance) ?? 0n, WALLET_CURRENCY, locale)}
                </Ltr>
              </span>
            </TableCell>
            <TableCell label={t("okAt")}>
              {provider.healthOkAt ? <Moment at={provider.healthOkAt} /> : "–"}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
