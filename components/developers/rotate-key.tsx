"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { useRef, useState } from "react";
import { useRefusalSentence } from "@/components/identity/refusal-sentence";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormError } from "@/components/ui/form-error";
import { PasswordField } from "@/components/ui/password-field";
import { Select } from "@/components/ui/select";
import { rotateKeyAction } from "@/lib/actions/developers";
import type { KeyMode } from "@/lib/domain/api-keys/types";
import { routes } from "@/lib/routes";
import { KeyReveal } from "./key-reveal";
import { PASSWORD_REFUSALS } from "./password-refusals";
import { useDeveloperAction } from "./use-developer-action";

const HOURS = [24, 0, 1, 72, 168] as const;

/** A new key in place of this one; for a while both work. */
export function RotateKey({ keyId, mode }: { keyId: string; mode: KeyMode }) {
  const t = useTranslations("apiKeys.rotate");
  const tForm = useTranslations("apiKeys.form");
  const tFields = useTranslations("auth.fields");
  const [isAsking, setAsking] = useState(false);
  const [hours, setHours] = useState<(typeof HOURS)[number]>(24);
  const [made, setMade] = useState<{ key: string; keyId: string } | null>(null);
  const password = useRef<HTMLInputElement>(null);
  const { outcome, callbacks } = useDeveloperAction<{ ok: true; key: string; keyId: string }>((answer) => {
    setAsking(false);
    setMade(answer);
  });
  const { execute, isPending } = useAction(rotateKeyAction, callbacks);
  const sentence = useRefusalSentence(outcome);
  const isWrong = PASSWORD_REFUSALS.some((one) => one === outcome.refusal?.reason);
  if (made) return <KeyReveal apiKey={made.key} next={routes.apiKey(made.keyId)} />;
  const send = () => execute({ keyId, overlapHours: hours, currentPassword: password.current?.value ?? "" });
  return (
    <>
      <Button variant="secondary" onClick={() => setAsking(true)} className="self-start">
        {t("open")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("title")}
        description={t(hours === 0 ? "textNow" : "text")}
        confirmLabel={t("confirm")}
        cancelLabel={t("cancel")}
        pending={isPending}
        isTall
        onConfirm={send}
      >
        <div className="flex flex-col gap-4">
          <Select
            label={t("overlap")}
            value={String(hours)}
            onChange={(event) => setHours(HOURS.find((one) => String(one) === event.target.value) ?? 24)}
            options={HOURS.map((one) => ({
              value: String(one),
              label: one === 0 ? t("now") : one < 24 ? t("hours", { n: one }) : t("days", { n: one / 24 }),
            }))}
          />
          {mode === "LIVE" && (
            <PasswordField
              ref={password}
              label={tForm("password")}
              error={isWrong ? sentence : undefined}
              showLabel={tFields("show")}
              hideLabel={tFields("hide")}
              autoComplete="current-password"
            />
          )}
          <FormError>{isWrong ? null : sentence}</FormError>
        </div>
      </ConfirmDialog>
    </>
  );
}
