"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { TextArea } from "@/components/ui/text-area";
import { reinstateUserAction, suspendUserAction } from "@/lib/actions/identity";
import type { UserStatus } from "@/lib/domain/identity/types";
import { isolateLtr } from "./isolate";
import { useRefusalSentence } from "./refusal-sentence";
import { useActionForm } from "./use-action-form";

interface UserStatusFormProps {
  userId: string;
  username: string;
  status: UserStatus;
}

/** Suspends an active account, or opens a suspended one again; both with a reason for the audit log. */
export function UserStatusForm({ userId, username, status }: UserStatusFormProps) {
  const t = useTranslations("users");
  const isActive = status === "ACTIVE";
  const { formProps, outcome, isPending } = useActionForm(isActive ? suspendUserAction : reinstateUserAction);
  const refusal = useRefusalSentence(outcome);
  const name = isolateLtr(username);
  return (
    <form {...formProps} className="flex flex-col items-stretch gap-4">
      <input type="hidden" name="userId" value={userId} />
      <p className="text-ink-2 text-sm">{isActive ? t("suspend.text") : t("reinstate.text")}</p>
      <TextArea
        name="reason"
        label={t("suspend.reason")}
        hint={t("suspend.reasonHint")}
        error={outcome.invalid.has("reason") ? t("suspend.reasonError") : undefined}
        maxLength={500}
        dir="auto"
        required
      />
      <FormError>{refusal}</FormError>
      <Button
        type="submit"
        variant={isActive ? "danger" : "primary"}
        pending={isPending}
        className="self-start"
      >
        {isActive ? t("suspend.submit", { name }) : t("reinstate.submit", { name })}
      </Button>
    </form>
  );
}
