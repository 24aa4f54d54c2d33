"use client";

import { useLocale, useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Ltr } from "@/components/ui/ltr";
import { TextField } from "@/components/ui/text-field";
import { findInvoicesAction } from "@/lib/actions/billing";
import type { InvoiceView, StrayView } from "@/lib/domain/billing/types";
import { parseDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";

interface FindInvoiceProps {
  /** The invoice whose address it came to: offered before anybody searches. */
  near: StrayView["invoice"];
  /** Its id; empty while none is. */
  chosen: string;
  onChoose(id: string): void;
  error?: string;
}

/** An invoice found by its number, customer, address or reference, and chosen. */
export function FindInvoice({ near, chosen, onChoose, error }: FindInvoiceProps) {
  const t = useTranslations("byHand");
  const words = useTranslations("billing");
  const locale = useLocale();
  const [search, setSearch] = useState(near ? String(near.number) : "");
  const [found, setFound] = useState<InvoiceView[] | null>(null);
  const finding = useAction(findInvoicesAction, {
    onSuccess: ({ data }) => setFound(data?.invoices ?? []),
  });
  const look = () => search.trim() !== "" && finding.execute({ search });
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-end gap-2">
        <div className="grow">
          <TextField
            name="search"
            label={t("find")}
            error={error}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              look();
            }}
            autoComplete="off"
            dir="auto"
          />
        </div>
        <Button type="button" pending={finding.isPending} onClick={look}>
          {t("search")}
        </Button>
      </div>
      {found?.length === 0 && (
        <p role="status" className="text-ink-2 text-sm">
          {t("nothing")}
        </p>
      )}
      {found && found.length > 0 && (
        <fieldset className="flex max-h-56 flex-col overflow-y-auto rounded-lg border border-line">
          <legend className="sr-only">{t("found")}</legend>
          {found.map((invoice) => (
            <label
              key={invoice.id}
              className="flex min-h-11 items-center gap-3 border-line px-3 py-2 text-sm not-last:border-b"
            >
              <input
                type="radio"
                name="invoice"
                value={invoice.id}
                checked={chosen === invoice.id}
                onChange={() => onChoose(invoice.id)}
              />
              <span className="flex min-w-0 flex-col">
                <span>
                  <Ltr className="font-mono">#{invoice.number}</Ltr> <bdi>{invoice.user.username}</bdi>
                </span>
                <span className="text-ink-2 text-xs">
                  {t("asked", {
                    status: words(`status.${invoice.status}`),
                    amount: formatMoney(parseDecimal(invoice.amountUsd) ?? 0n, WALLET_CURRENCY, locale),
                  })}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {near && found === null && (
        <p className="text-ink-2 text-sm">
          <Ltr className="font-mono">#{near.number}</Ltr> <bdi>{near.username}</bdi>
        </p>
      )}
    </div>
  );
}
