"use client";

import { Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { useState } from "react";
import { RefusalText } from "@/components/numbers/refusal-text";
import { Button } from "@/components/ui/button";
import { Ltr } from "@/components/ui/ltr";
import { mailInvoiceAction } from "@/lib/actions/billing";
import type { Refusal } from "@/lib/domain/kernel/result";

/** Sends a copy of the invoice to its owner's address. */
export function MailInvoiceButton({ invoiceId }: { invoiceId: string }) {
  const t = useTranslations("billing.invoice");
  const [email, setEmail] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { execute, isPending } = useAction(mailInvoiceAction, {
    onSuccess({ data }) {
      setEmail(data?.ok ? data.email : null);
      setRefusal(data && !data.ok ? data : null);
    },
    onError({ error }) {
      setEmail(null);
      setRefusal(error.serverError ?? { ok: false, reason: "unavailable" });
    },
  });
  return (
    <span className="inline-flex flex-wrap items-center gap-3 print:hidden">
      <Button variant="secondary" pending={isPending} onClick={() => execute({ invoiceId })}>
        <Mail aria-hidden="true" className="size-4" />
        {t("mail")}
      </Button>
      <span role="status" className="text-sm">
        {email !== null && (
          <span className="text-ok">
            {t.rich("mailed", { email: () => <Ltr className="break-all">{email}</Ltr> })}
          </span>
        )}
        {refusal && (
          <span className="text-bad">
            <RefusalText refusal={refusal} currency="USD" />
          </span>
        )}
      </span>
    </span>
  );
}
