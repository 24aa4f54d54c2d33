import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ApiUsage, CallSums } from "@/lib/domain/api-keys/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { KeyName } from "./key-name";

interface Line {
  id: string;
  name: ReactNode;
  sums: CallSums;
}

function Sums({ caption, first, lines }: { caption: string; first: string; lines: readonly Line[] }) {
  const t = useTranslations("developers.usage");
  const format = useFormatter();
  return (
    <Table caption={caption}>
      <TableHead>
        <tr>
          <TableHeader>{first}</TableHeader>
          <TableHeader align="end">{t("calls")}</TableHeader>
          <TableHeader align="end">{t("errors")}</TableHeader>
          <TableHeader align="end">{t("refused")}</TableHeader>
          <TableHeader align="end">{t("latency")}</TableHeader>
          <TableHeader align="end">{t("most")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {lines.map(({ id, name, sums }) => (
          <TableRow key={id}>
            <TableCell label={first}>{name}</TableCell>
            <TableCell label={t("calls")} align="end">
              {format.number(sums.calls, "whole")}
            </TableCell>
            <TableCell label={t("errors")} align="end">
              {format.number(sums.errors, "whole")}
            </TableCell>
            <TableCell label={t("refused")} align="end">
              {format.number(sums.refused, "whole")}
            </TableCell>
            <TableCell label={t("latency")} align="end">
              <bdi>{t("ms", { n: sums.averageMs })}</bdi>
            </TableCell>
            <TableCell label={t("most")} align="end">
              <bdi>{sums.mostWithinMs === null ? t("slower") : t("within", { n: sums.mostWithinMs })}</bdi>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** Calls by door and by key. */
export function UsageTables({ usage }: { usage: ApiUsage }) {
  const t = useTranslations("developers.usage");
  return (
    <div className="flex flex-col gap-6">
      <section className="flex flex-col gap-3">
        <h2 className="font-medium text-base">{t("byDoor")}</h2>
        <Sums
          caption={t("byDoor")}
          first={t("door")}
          lines={usage.byDoor.map((sums) => ({ id: sums.door, name: t(`doors.${sums.door}`), sums }))}
        />
      </section>
      <section className="flex flex-col gap-3">
        <h2 className="font-medium text-base">{t("byKey")}</h2>
        <Sums
          caption={t("byKey")}
          first={t("key")}
          lines={usage.byKey.map((sums) => ({
            id: sums.keyId,
            name: (
              <span className="flex flex-col items-start">
                <Link
                  href={routes.apiKey(sums.keyId)}
                  prefetch={false}
                  className="underline underline-offset-2"
                >
                  <bdi>{sums.name}</bdi>
                </Link>
                <KeyName apiKey={sums} />
              </span>
            ),
            sums,
          }))}
        />
      </section>
    </div>
  );
}
