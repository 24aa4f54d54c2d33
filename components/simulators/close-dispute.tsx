"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

interface CloseDisputeProps {
  end: "won" | "lost";
  /** What the payer paid, in words. */
  amount: string;
  isPending: boolean;
  onConfirm(): void;
}

/** The bank's word about a dispute, asked for with what it does to the customer's money. */
export function CloseDispute({ end, amount, isPending, onConfirm }: CloseDisputeProps) {
  const t = useTranslations("simulators.gateway");
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button variant="ghost" pending={isPending} onClick={() => setAsking(true)}>
        {t(`ends.${end}`)}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t(`endTitle.${end}`, { amount })}
        description={t(`endText.${end}`, { amount })}
        confirmLabel={t(`endSubmit.${end}`)}
        cancelLabel={t("keepOpen")}
        danger={end === "lost"}
        onConfirm={() => {
          setAsking(false);
          onConfirm();
        }}
      />
    </>
  );
}
