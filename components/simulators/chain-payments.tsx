"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Ltr } from "@/components/ui/ltr";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ChainSnapshot } from "@/lib/domain/operations/types";
import { SteeringOutcome, useSteering } from "./use-steering";

const MODES = ["higher-fee", "without-output"] as const;

interface ChainPaymentsProps {
  payments: ChainSnapshot["payments"];
  mayChange: boolean;
}

/** What was sent on the simulated chains; what may still be replaced can be. */
export function ChainPayments({ payments, mayChange }: ChainPaymentsProps) {
  const t = useTranslations("simulators.chain");
  const { press, isPending, outcome } = useSteering();
  if (payments.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <Table caption={t("sent")}>
        <TableHead>
          <TableRow>
            <TableHeader>{t("transaction")}</TableHeader>
            <TableHeader>{t("amount")}</TableHeader>
            <TableHeader>{t("address")}</TableHeader>
            <TableHeader>{t("confirmations")}</TableHeader>
            {mayChange && <TableHeader>{t("replace")}</TableHeader>}
          </TableRow>
        </TableHead>
        <TableBody>
          {payments.map(({ txid, asset, what, amount, address, confirmations, isReplaceable }) => (
            <TableRow key={`${txid}-${address}-${amount}`}>
              <TableCell label={t("transaction")}>
                <Ltr className="font-mono text-xs">{`${txid.slice(0, 12)}…`}</Ltr>
              </TableCell>
              <TableCell label={t("amount")}>
                <Ltr>{`${amount} ${asset} · ${what}`}</Ltr>
              </TableCell>
              <TableCell label={t("address")}>
                <Ltr className="break-all font-mono text-xs">{address}</Ltr>
              </TableCell>
              <TableCell label={t("confirmations")}>
                <Ltr>{String(confirmations)}</Ltr>
              </TableCell>
              {mayChange && (
                <TableCell label={t("replace")}>
                  {isReplaceable ? (
                    <span className="flex flex-wrap gap-1">
                      {MODES.map((mode) => (
                        <Button
                          key={mode}
                          variant="ghost"
                          pending={isPending}
                          onClick={() =>
                            press({ simulator: "chain", verb: "replace", txid, mode }, t("didReplace"))
                          }
                        >
                          {t(`modes.${mode}`)}
                        </Button>
                      ))}
                    </span>
                  ) : (
                    "–"
                  )}
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
