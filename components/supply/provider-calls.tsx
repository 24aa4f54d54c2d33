import { useFormatter, useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Ltr } from "@/components/ui/ltr";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ProviderCallView } from "@/lib/domain/supply/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

interface ProviderCallsProps {
  calls: readonly ProviderCallView[];
  /** Whether each call leads to its order. */
  showsOrders?: boolean;
}

/** What was said to a supplier and what it answered, without keys, codes and texts. */
export function ProviderCalls({ calls, showsOrders = false }: ProviderCallsProps) {
  const t = useTranslations("providers.calls");
  const format = useFormatter();
  return (
    <section aria-labelledby="calls-heading" className="flex flex-col gap-2">
      <h2 id="calls-heading" className="font-medium text-base">
        {t("title")}
      </h2>
      <p className="text-ink-2">{calls.length === 0 ? t("none") : t("lead")}</p>
      {calls.length > 0 && (
        <Table caption={t("title")}>
          <TableHead>
            <TableRow>
              <TableHeader>{t("at")}</TableHeader>
              <TableHeader>{t("asked")}</TableHeader>
              <TableHeader>{t("answered")}</TableHeader>
              <TableHeader>{t("outcome")}</TableHeader>
              <TableHeader align="end">{t("took")}</TableHeader>
              {showsOrders && <TableHeader>{t("order")}</TableHeader>}
            </TableRow>
          </TableHead>
          <TableBody>
            {calls.map((call) => (
              <TableRow key={call.id}>
                <TableCell label={t("at")}>
                  <Moment at={call.at} />
                  {call.count > 1 && (
                    <p className="text-ink-3 text-xs">
                      {t("repeated", {
                        count: call.count,
                        since: format.dateTime(new Date(call.since), "long"),
                      })}
                    </p>
                  )}
                </TableCell>
                <TableCell label={t("asked")}>
                  <Ltr
                    data-long
                    className="break-all font-mono text-xs"
                  >{`${call.action} ${call.request}`}</Ltr>
                </TableCell>
                <TableCell label={t("answered")}>
                  <Ltr data-long className="block max-w-2xl break-all font-mono text-xs">
                    {call.response ?? "–"}
                  </Ltr>
                </TableCell>
                <TableCell label={t("outcome")}>
                  <Ltr className="font-mono text-xs">{call.outcome}</Ltr>
                </TableCell>
                <TableCell label={t("took")} align="end">
                  {t("milliseconds", { value: call.durationMs })}
                </TableCell>
                {showsOrders && (
                  <TableCell label={t("order")}>
                    {call.orderId ? (
                      <Link
                        href={routes.adminOrder(call.orderId)}
                        prefetch={false}
                        className="underline underline-offset-2"
                      >
                        {t("open")}
                      </Link>
                    ) : (
                      "–"
                    )}
                  </TableCell>
                )}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </section>
  );
}
