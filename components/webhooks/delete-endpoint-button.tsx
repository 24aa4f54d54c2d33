"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { deleteEndpointAction } from "@/lib/actions/webhooks";
import { useRouter } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { Refused } from "./refused";
import { useWebhookAction } from "./use-webhook-action";

/** Removes an endpoint for good, after a question. */
export function DeleteEndpointButton({ endpointId }: { endpointId: string }) {
  const t = useTranslations("webhooks.delete");
  const common = useTranslations("webhooks");
  const router = useRouter();
  const { isAsking, setAsking, refusal, callbacks } = useWebhookAction(() => router.push(routes.webhooks()));
  const { execute, isPending } = useAction(deleteEndpointAction, callbacks);
  return (
    <div className="flex flex-col gap-2">
      <Button variant="danger" pending={isPending} onClick={() => setAsking(true)} className="self-start">
        {t("button")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("title")}
        description={t("text")}
        confirmLabel={t("confirm")}
        cancelLabel={common("notNow")}
        pending={isPending}
        danger
        onConfirm={() => execute({ endpointId })}
      />
      <Refused refusal={refusal} />
    </div>
  );
}
