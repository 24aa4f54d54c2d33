import { Check, Clock, Minus, Pause } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { StatusPart } from "@/lib/format/status-parts";

const SIGNS = {
  up: { Icon: Check, colour: "text-ok" },
  slow: { Icon: Clock, colour: "text-warn" },
  down: { Icon: Pause, colour: "text-bad" },
  unknown: { Icon: Minus, colour: "text-ink-3" },
} as const;

function Detail({ part }: { part: StatusPart }) {
  const t = useTranslations("site.status");
  const format = useFormatter();
  const when = (at: string) => format.dateTime(new Date(at), "short");
  if (part.kind === "jobs") return part.lateJobs ? t("jobsLate", { count: part.lateJobs }) : t("jobsGood");
  if (part.kind === "news") {
    return part.newsWaitSeconds ? t("newsWaiting", { seconds: part.newsWaitSeconds }) : t("newsGood");
  }
  if (part.pausedUntil) return t("paused", { when: when(part.pausedUntil) });
  return part.answeredAt ? t("answered", { when: when(part.answeredAt) }) : "–";
}

/** Each part with its state in a sign and a word. */
export function StatusParts({ parts }: { parts: readonly StatusPart[] }) {
  const t = useTranslations("site.status");
  return (
    <Table caption={t("parts")}>
      <TableHead>
        <tr>
          <TableHeader>{t("part")}</TableHeader>
          <TableHeader>{t("state")}</TableHeader>
          <TableHeader>{t("detail")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {parts.map((part) => {
          const { Icon, colour } = SIGNS[part.state];
          return (
            <TableRow key={`${part.kind}${part.letter ?? ""}`}>
              <TableCell label={t("part")}>
                {part.kind === "supplier" ? t("supplier", { letter: part.letter ?? "" }) : t(part.kind)}
              </TableCell>
              <TableCell label={t("state")}>
                <span className={`inline-flex items-center gap-2 font-medium ${colour}`}>
                  <Icon aria-hidden="true" className="size-4" />
                  {t(part.state)}
                </span>
              </TableCell>
              <TableCell label={t("detail")}>
                <Detail part={part} />
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
