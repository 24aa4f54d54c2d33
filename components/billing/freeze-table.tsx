import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { AllWell } from "@/components/ui/all-well";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { liftFreezeAction } from "@/lib/actions/billing";
import type { FreezeView } from "@/lib/domain/billing/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { DecisionButton } from "./decision-button";

/** Wallets that may receive and not spend. */
export function FreezeTable({ freezes, mayMove }: { freezes: readonly FreezeView[]; mayMove: boolean }) {
  const t = useTranslations("money.freezes");
  if (freezes.length === 0) return <AllWell>{t("none")}</AllWell>;
  return (
    <Table caption={t("title")}>
      <TableHead>
        <tr>
          <TableHeader>{t("user")}</TableHeader>
          <TableHeader>{t("since")}</TableHeader>
          <TableHeader>{t("why")}</TableHeader>
          {mayMove && <TableHeader>{t("decide")}</TableHeader>}
        </tr>
      </TableHead>
      <TableBody>
        {freezes.map(({ user, reason, invoiceId, createdAt }) => (
          <TableRow key={user.id}>
            <TableCell label={t("user")}>
              <Link
                href={routes.adminUser(user.id)}
                prefetch={false}
                className="underline underline-offset-2"
              >
                <bdi>{user.username}</bdi>
              </Link>
            </TableCell>
            <TableCell label={t("since")}>
              <Moment at={createdAt} />
            </TableCell>
            <TableCell label={t("why")}>
              {reason === "dispute" ? t("dispute") : <bdi>{reason}</bdi>}{" "}
              {invoiceId && (
                <Link
                  href={routes.adminInvoice(invoiceId)}
                  prefetch={false}
                  className="underline underline-offset-2"
                >
                  {t("invoice")}
                </Link>
              )}
            </TableCell>
            {mayMove && (
              <TableCell label={t("decide")}>
                <DecisionButton
                  action={liftFreezeAction}
                  hidden={{ userId: user.id }}
                  words={{
                    open: t("lift"),
                    title: t("liftTitle", { name: user.username }),
                    text: t("liftText"),
                    submit: t("liftSubmit"),
                    keep: t("keep"),
                  }}
                  fields={[{ name: "reason", label: t("reason"), error: t("reasonError") }]}
                />
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
