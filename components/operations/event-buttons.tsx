"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { settleEventAction } from "@/lib/actions/operations";

interface EventButtonsProps {
  id: string;
  words: { retry: string; discard: string; title: string; text: string; keep: string };
}

/** Tell it again, or give it up after a question. */
export function EventButtons({ id, words }: EventButtonsProps) {
  const refusals = useTranslations("refusals");
  const [isAsking, setAsking] = useState(false);
  const { execute, isPending, hasErrored, result } = useAction(settleEventAction, {
    onSettled: () => setAsking(false),
  });
  const isRefused = result.data?.ok === false;
  return (
    <span className="inline-flex flex-wrap justify-end gap-2">
      <Button variant="secondary" pending={isPending} onClick={() => execute({ id, step: "retry" })}>
        {words.retry}
      </Button>
      <Button variant="danger" pending={isPending} onClick={() => setAsking(true)}>
        {words.discard}
      </Button>
      <span role="alert" className="text-bad text-xs">
        {isRefused && refusals("not_found")}
        {hasErrored && refusals("unavailable")}
      </span>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={words.title}
        description={words.text}
        confirmLabel={words.discard}
        cancelLabel={words.keep}
        danger
        pending={isPending}
        onConfirm={() => execute({ id, step: "discard" })}
      />
    </span>
  );
}
