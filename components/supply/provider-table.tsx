import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ProviderHealthView } from "@/lib/domain/supply/types";

function ProviderState({ provider }: { provider: ProviderHealthView }) {
  const t = useTranslations("admin.providers");
  if (provider.isPaused) return <Badge tone="warn">{t("paused")}</Badge>;
  if (provider.consecutiveFailures > 0) {
    return <Badge tone="bad">{t("failing", { error: provider.healthError ?? "" })}</Badge>;
  }
  return <Badge tone="ok">{t("healthy")}</Badge>;
}

/** How each supplier is doing. */
export function ProviderTable({ providers }: { providers: ProviderHealthView[] }) {
  const t = useTranslations("admin.providers");
  return (
    <section aria-labelledby="providers-heading" className="flex flex-col gap-3">
      <h2 id="providers-heading" className="font-medium text-base">
        {t("title")}
      </h2>
      {providers.length === 0 ? (
        <EmptyState title={t("empty")} />
      ) : (
        <Table caption={t("title")}>
          <TableHead>
            <TableRow>
              <TableHeader>{t("name")}</TableHeader>
              <TableHeader>{t("state")}</TableHeader>
              <TableHeader align="end">{t("balance")}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {providers.map((provider) => (
              <TableRow key={provider.code}>
                <TableCell label={t("name")}>
                  {provider.name}{" "}
                  {provider.isSimulated && <span className="text-ink-3">({t("simulated")})</span>}
                </TableCell>
                <TableCell label={t("state")}>
                  <ProviderState provider={provider} />
                </TableCell>
                <TableCell label={t("balance")} align="end">
                  <bdi dir="ltr" className="tabular-nums">
                    {provider.balance ?? "–"}
                  </bdi>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </section>
  );
}
