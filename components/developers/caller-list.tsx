import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { CallerView } from "@/lib/domain/api-keys/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { CallerLimit } from "./caller-limit";

/** From this share of calls that were refused or failed on, a person's programs are worth a look. */
const SUSPICIOUS_PERCENT = 50;
const ENOUGH_CALLS = 100;

function isSuspicious({ calls, errors, refused }: CallerView): boolean {
  return calls >= ENOUGH_CALLS && (errors + refused) * 100 >= calls * SUSPICIOUS_PERCENT;
}

/** Whose programs asked most today, what came of it, and what they may. */
export function CallerList({ callers, mayChange }: { callers: readonly CallerView[]; mayChange: boolean }) {
  const t = useTranslations("developers.staff");
  const format = useFormatter();
  if (callers.length === 0) return <Panel className="text-ink-2 text-sm">{t("noCallers")}</Panel>;
  const limitOf = ({ limit }: CallerView) => {
    if (limit.isBlocked) return <Badge tone="bad">{t("blocked")}</Badge>;
    const words = [
      limit.rateLimit === null ? null : t("perMinute", { n: limit.rateLimit }),
      limit.maxKeys === null ? null : t("atMost", { n: limit.maxKeys }),
    ].filter((word) => word !== null);
    return words.length === 0 ? t("usual") : words.join(", ");
  };
  return (
    <Table caption={t("callers")}>
      <TableHead>
        <tr>
          <TableHeader>{t("user")}</TableHeader>
          <TableHeader align="end">{t("calls")}</TableHeader>
          <TableHeader align="end">{t("errors")}</TableHeader>
          <TableHeader align="end">{t("refused")}</TableHeader>
          <TableHeader align="end">{t("keys")}</TableHeader>
          <TableHeader>{t("limit")}</TableHeader>
          {mayChange && <TableHeader>{t("actions")}</TableHeader>}
        </tr>
      </TableHead>
      <TableBody>
        {callers.map((caller) => (
          <TableRow key={caller.user.id}>
            <TableCell label={t("user")}>
              <span className="inline-flex flex-wrap items-center gap-2">
                <Link
                  href={routes.adminUser(caller.user.id)}
                  prefetch={false}
                  className="underline underline-offset-2"
                >
                  <bdi>{caller.user.username}</bdi>
                </Link>
                {isSuspicious(caller) && <Badge tone="warn">{t("look")}</Badge>}
              </span>
            </TableCell>
            <TableCell label={t("calls")} align="end">
              {format.number(caller.calls, "whole")}
            </TableCell>
            <TableCell label={t("errors")} align="end">
              {format.number(caller.errors, "whole")}
            </TableCell>
            <TableCell label={t("refused")} align="end">
              {format.number(caller.refused, "whole")}
            </TableCell>
            <TableCell label={t("keys")} align="end">
              {format.number(caller.keys, "whole")}
            </TableCell>
            <TableCell label={t("limit")}>{limitOf(caller)}</TableCell>
            {mayChange && (
              <TableCell label={t("actions")}>
                <CallerLimit userId={caller.user.id} username={caller.user.username} limit={caller.limit} />
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
