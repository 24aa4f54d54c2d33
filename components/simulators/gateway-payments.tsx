"use client";

import { useLocale, useTranslations } from "next-intl";
import { chargeText } from "@/components/billing/charge-text";
import { Button } from "@/components/ui/button";
import { Ltr } from "@/components/ui/ltr";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { GatewaySnapshot } from "@/lib/domain/operations/types";
import { CloseDispute } from "./close-dispute";
import { SteeringOutcome, useSteering } from "./use-steering";

interface GatewayPaymentsProps {
  simulator: "stripe" | "mercadopago";
  payments: GatewaySnapshot["payments"];
  mayChange: boolean;
}

/** What was paid at a simulated service, with the payer's way to dispute it and the bank's word. */
export function GatewayPayments({ simulator, payments, mayChange }: GatewayPaymentsProps) {
  const t = useTranslations("simulators.gateway");
  const locale = useLocale();
  const { press, isPending, outcome } = useSteering();
  if (payments.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <Table caption={t("paid")}>
        <TableHead>
          <TableRow>
            <TableHeader>{t("payment")}</TableHeader>
            <TableHeader align="end">{t("amount")}</TableHeader>
            <TableHeader>{t("status")}</TableHeader>
            {mayChange && <TableHeader>{t("dispute")}</TableHeader>}
          </TableRow>
        </TableHead>
        <TableBody>
          {payments.map(({ id, reference, amount, currency, status, dispute }) => (
            <TableRow key={id}>
              <TableCell label={t("payment")}>
                <Ltr className="break-all font-mono text-xs">{reference ?? id}</Ltr>
              </TableCell>
              <TableCell label={t("amount")} align="end">
                <Ltr className="tabular-nums">{chargeText(amount, currency, locale)}</Ltr>
              </TableCell>
              <TableCell label={t("status")}>
                <Ltr>{status}</Ltr>
              </TableCell>
              {mayChange && (
                <TableCell label={t("dispute")}>
                  <span className="flex flex-wrap gap-1">
                    {dispute === null ? (
                      <Button
                        variant="ghost"
                        pending={isPending}
                        onClick={() => press({ simulator, verb: "dispute", object: id }, t("didDispute"))}
                      >
                        {t("openDispute")}
                      </Button>
                    ) : (
                      (["won", "lost"] as const).map((end) => (
                        <CloseDispute
                          key={end}
                          end={end}
                          amount={chargeText(amount, currency, locale)}
                          isPending={isPending}
                          onConfirm={() =>
                            press(
                              { simulator, verb: "close-dispute", object: dispute, outcome: end },
                              t("didClose", { how: t(`ends.${end}`) }),
                            )
                          }
                        />
                      ))
                    )}
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
