"use client";

import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Ltr } from "@/components/ui/ltr";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { GatewaySnapshot } from "@/lib/domain/operations/types";
import { SteeringOutcome, useSteering } from "./use-steering";

const SHOWN = 8;
const OFTEN = 10;

interface GatewayDeliveriesProps {
  simulator: "stripe" | "mercadopago";
  deliveries: GatewaySnapshot["deliveries"];
  mayChange: boolean;
}

/** The newest events and how the shop answered; each can be sent again. */
export function GatewayDeliveries({ simulator, deliveries, mayChange }: GatewayDeliveriesProps) {
  const t = useTranslations("simulators.gateway");
  const { press, isPending, outcome } = useSteering();
  const newest = deliveries.slice(-SHOWN).reverse();
  if (newest.length === 0) return <p className="text-ink-2 text-sm">{t("noEvents")}</p>;
  const resend = (eventId: string, times: number) =>
    press(
      { simulator, verb: "resend", eventId, times, delivery: "normal" },
      t("didResend", { count: times }),
    );
  return (
    <div className="flex flex-col gap-2">
      <Table caption={t("lastEvents")}>
        <TableHead>
          <TableRow>
            <TableHeader>{t("event")}</TableHeader>
            <TableHeader>{t("at")}</TableHeader>
            <TableHeader>{t("answer")}</TableHeader>
            {mayChange && <TableHeader>{t("again")}</TableHeader>}
          </TableRow>
        </TableHead>
        <TableBody>
          {newest.map(({ id, eventId, type, at, status }) => (
            <TableRow key={id}>
              <TableCell label={t("event")}>
                <Ltr className="break-all font-mono text-xs">{type}</Ltr>
              </TableCell>
              <TableCell label={t("at")}>
                <Moment at={at} />
              </TableCell>
              <TableCell label={t("answer")}>
                <Badge tone={status >= 200 && status < 300 ? "ok" : "bad"}>
                  {status === 0 ? t("nobody") : <Ltr>{String(status)}</Ltr>}
                </Badge>
              </TableCell>
              {mayChange && (
                <TableCell label={t("again")}>
                  <span className="flex flex-wrap gap-1">
                    <Button variant="ghost" pending={isPending} onClick={() => resend(eventId, 1)}>
                      {t("sendAgain", { count: 1 })}
                    </Button>
                    <Button variant="ghost" pending={isPending} onClick={() => resend(eventId, OFTEN)}>
                      {t("sendAgain", { count: OFTEN })}
                    </Button>
                  </span>
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {mayChange && <SteeringOutcome outcome={outcome} />}
    </div>
  );
}
