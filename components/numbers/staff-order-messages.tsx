import { useLocale, useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Badge } from "@/components/ui/badge";
import { Count } from "@/components/ui/count";
import { Ltr } from "@/components/ui/ltr";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { parseDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { StaffOrderDetail } from "@/lib/domain/numbers/types";
import { formatMoney } from "@/lib/format/money";

/** When messages came and from whom. Their words and codes are the customer's: staff do not read them. */
export function StaffOrderMessages({ messages }: { messages: StaffOrderDetail["received"] }) {
  const t = useTranslations("orders.messages");
  const locale = useLocale();
  return (
    <section aria-labelledby="messages-heading" className="flex flex-col gap-2">
      <h2 id="messages-heading" className="font-medium text-base">
        {t("title")}
      </h2>
      <p className="text-ink-2">{messages.length === 0 ? t("none") : t("hidden")}</p>
      {messages.length > 0 && (
        <Table caption={t("title")}>
          <TableHead>
            <TableRow>
              <TableHeader>{t("received")}</TableHeader>
              <TableHeader>{t("from")}</TableHeader>
              <TableHeader>{t("to")}</TableHeader>
              <TableHeader>{t("door")}</TableHeader>
              <TableHeader align="end">{t("segments")}</TableHeader>
              <TableHeader align="end">{t("cost")}</TableHeader>
              <TableHeader>{t("sent")}</TableHeader>
              <TableHeader>{t("delivered")}</TableHeader>
              <TableHeader>{t("state")}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {messages.map((message) => (
              <TableRow key={message.id}>
                <TableCell label={t("received")}>
                  <Moment at={message.receivedAt} />
                </TableCell>
                <TableCell label={t("from")}>
                  <bdi>{message.from || "–"}</bdi>
                </TableCell>
                <TableCell label={t("to")}>
                  <Ltr className="whitespace-nowrap font-mono">{message.to || "–"}</Ltr>
                </TableCell>
                <TableCell label={t("door")}>
                  <Ltr className="break-all font-mono text-xs">
                    {`${message.source} ${message.providerMessageId}`}
                  </Ltr>
                </TableCell>
                <TableCell label={t("segments")} align="end">
                  <Count of={message.segments} />
                </TableCell>
                <TableCell label={t("cost")} align="end">
                  <Ltr>{formatMoney(parseDecimal(message.cost) ?? 0n, WALLET_CURRENCY, locale)}</Ltr>
                </TableCell>
                <TableCell label={t("sent")}>
                  {message.sentAt ? <Moment at={message.sentAt} /> : "–"}
                </TableCell>
                <TableCell label={t("delivered")}>
                  {message.deliveredAt ? <Moment at={message.deliveredAt} /> : "–"}
                </TableCell>
                <TableCell label={t("state")}>
                  <span className="flex flex-wrap items-center gap-2">
                    {t(`status.${message.status}`)}
                    {message.isLate ? (
                      <Badge tone="warn">{t("late")}</Badge>
                    ) : message.isForeign ? (
                      <Badge tone="info">{t("foreign")}</Badge>
                    ) : (
                      <Badge tone="ok">{t("shown")}</Badge>
                    )}
                  </span>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </section>
  );
}
