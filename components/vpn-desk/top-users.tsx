import { Download } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/identity/section";
import { buttonStyle } from "@/components/ui/button-style";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { useBytes } from "@/components/vpn/use-bytes";
import type { StaffTopUser } from "@/lib/domain/vpn/staff-types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

const AMOUNTS = ["up", "down", "total", "subscriptions", "daysUsed"] as const;

/** Who used most in the days that are looked at, with the file of all of them. */
export function TopUsers({ top, file }: { top: readonly StaffTopUser[]; file: string }) {
  const t = useTranslations("vpnDesk.usage");
  const csv = useTranslations("table")("csv");
  const format = useFormatter();
  const bytes = useBytes();
  const amount = (value: string) => <bdi className="tabular-nums">{bytes(value)}</bdi>;
  const title = t("top");
  return (
    <Section title={title} lead={t("topLead")}>
      <Table caption={title}>
        <TableHead>
          <tr>
            <TableHeader>{t("person")}</TableHeader>
            {AMOUNTS.map((key) => (
              <TableHeader key={key} align="end">
                {t(key)}
              </TableHeader>
            ))}
          </tr>
        </TableHead>
        <TableBody>
          {top.map(({ user, uploadBytes, downloadBytes, subscriptions, days }) => (
            <TableRow key={user.id}>
              <TableCell label={t("person")}>
                <Link
                  href={routes.adminVpnSubscriptions({ search: user.id })}
                  prefetch={false}
                  className="underline underline-offset-2"
                >
                  <bdi>{user.username}</bdi>
                </Link>
              </TableCell>
              <TableCell label={t("up")} align="end">
                {amount(uploadBytes)}
              </TableCell>
              <TableCell label={t("down")} align="end">
                {amount(downloadBytes)}
              </TableCell>
              <TableCell label={t("total")} align="end">
                {amount((BigInt(uploadBytes) + BigInt(downloadBytes)).toString())}
              </TableCell>
              <TableCell label={t("subscriptions")} align="end">
                {format.number(subscriptions, "whole")}
              </TableCell>
              <TableCell label={t("daysUsed")} align="end">
                {format.number(days, "whole")}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <a href={file} download className={`${buttonStyle({ variant: "secondary" })} self-start`}>
        <Download aria-hidden="true" className="size-4" />
        {csv}
      </a>
    </Section>
  );
}
