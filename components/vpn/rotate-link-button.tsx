"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { useEffect, useState } from "react";
import { actionRefusal } from "@/components/numbers/action-refusal";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { rotateLinkAction } from "@/lib/actions/vpn";
import type { Refusal } from "@/lib/domain/kernel/result";
import { useRouter } from "@/lib/i18n/navigation";
import { Refused } from "./refused";
import { useSubscriptionAction } from "./use-subscription-action";

const ASK_AGAIN_MS = 4_000;

interface RotateLinkButtonProps {
  subscriptionId: string;
  /** The link that the page shows. */
  url: string;
  /** ISO, until when the one before answers; null where it does not any more. */
  oldLinkUntil: string | null;
}

/**
 * A new secret link, after a question that says what becomes of the old one. The question stays until the page shows the new
 * link everywhere: nobody copies the old one in between.
 */
export function RotateLinkButton({ subscriptionId, url, oldLinkUntil }: RotateLinkButtonProps) {
  const t = useTranslations("vpn.manage");
  const format = useFormatter();
  const { refresh } = useRouter();
  const [leaked, setLeaked] = useState(false);
  const [replaced, setReplaced] = useState<string | null>(null);
  const { isAsking, setAsking, refusal, end } = useSubscriptionAction();
  const { execute, isPending } = useAction(rotateLinkAction, {
    onSuccess({ data }: { data?: { ok: true } | Refusal }) {
      if (data && !data.ok) return end(data);
      setReplaced(url);
    },
    onError: ({ error }) => end(actionRefusal(error)),
  });
  const isWaiting = replaced !== null && replaced === url;
  const isDone = replaced !== null && replaced !== url;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(refresh, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isWaiting, refresh]);
  useEffect(() => {
    if (isDone) setAsking(false);
  }, [isDone, setAsking]);
  return (
    <div className="flex flex-col gap-2">
      <Button
        variant="secondary"
        pending={isPending || isWaiting}
        onClick={() => {
          setLeaked(false);
          setReplaced(null);
          setAsking(true);
        }}
        className="self-start"
      >
        {t("rotate")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("rotateTitle")}
        description={t(leaked ? "rotateLeakedText" : "rotateText")}
        confirmLabel={t("rotateConfirm")}
        cancelLabel={t("notNow")}
        pending={isPending || isWaiting}
        danger={leaked}
        onConfirm={() => execute({ subscriptionId, leaked })}
      >
        <Checkbox
          label={t("leaked")}
          hint={t("leakedHint")}
          checked={leaked}
          onChange={(event) => setLeaked(event.currentTarget.checked)}
        />
      </ConfirmDialog>
      <p role="status" className="text-ok text-sm empty:hidden">
        {isDone &&
          (oldLinkUntil
            ? t("rotated", { date: format.dateTime(new Date(oldLinkUntil), "long") })
            : t("rotatedLeaked"))}
      </p>
      <Refused refusal={refusal} />
    </div>
  );
}
