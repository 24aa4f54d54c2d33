"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useReachedAction } from "@/components/feedback/use-reached-action";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { cancelEmailChangeAction } from "@/lib/actions/identity";
import type { ContactView } from "@/lib/domain/identity/types";
import { ChangeEmailForm } from "./change-email-form";
import { EmailStatus } from "./email-status";
import { readOutcome } from "./form-outcome";
import { isolateLtr } from "./isolate";
import { useRefusalSentence } from "./refusal-sentence";

/** The address, the one that waits to become it, and the way to change it. */
export function EmailSection({ contact }: { contact: ContactView }) {
  const t = useTranslations("settings.email");
  const { email, isEmailVerified, pendingEmail } = contact;
  const [isChanging, setChanging] = useState(false);
  const [answer, cancel, isCanceling] = useReachedAction(cancelEmailChangeAction, {});
  const refusal = useRefusalSentence(readOutcome(answer));
  // The form has done its work once a link is on its way.
  useEffect(() => {
    if (pendingEmail) setChanging(false);
  }, [pendingEmail]);
  return (
    <div className="flex flex-col items-start gap-4">
      <EmailStatus email={email} isVerified={isEmailVerified} />
      <div role="status" className="empty:hidden">
        {pendingEmail && (
          <p className="text-ink-2 text-sm">{t("pending", { email: isolateLtr(pendingEmail) })}</p>
        )}
      </div>
      {refusal && <FormError>{refusal}</FormError>}
      {isChanging ? (
        <ChangeEmailForm onKeep={() => setChanging(false)} />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button variant="secondary" onClick={() => setChanging(true)}>
            {t("change")}
          </Button>
          {pendingEmail && (
            <form action={cancel}>
              <Button type="submit" variant="ghost" pending={isCanceling}>
                {t("cancelChange")}
              </Button>
            </form>
          )}
        </div>
      )}
    </div>
  );
}
