import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EditField } from "@/components/edit-form/edit-field";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { Moment } from "@/components/layout/moment";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { changeMethodAction } from "@/lib/actions/billing";
import type { MethodView } from "@/lib/domain/billing/types";
import { IdText } from "./id-text";

function State({ method }: { method: MethodView }) {
  const t = useTranslations("money.methods");
  if (!method.isOn) return <Badge>{t("off")}</Badge>;
  if (method.failuresInRow > 0) {
    return <Badge tone="bad">{t("failing", { count: method.failuresInRow })}</Badge>;
  }
  return method.lastOkAt ? <Badge tone="ok">{t("answers")}</Badge> : <Badge>{t("unasked")}</Badge>;
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <dt className="text-ink-3 text-xs">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

/** One way of paying: how it does, and its terms. */
export function MethodSettings({ method, mayEdit }: { method: MethodView; mayEdit: boolean }) {
  const t = useTranslations("money.methods");
  const names = useTranslations("billing.method");
  const words = useEditWords(t("save"), t("saved"));
  const amount = { inputMode: "decimal", dir: "ltr", required: true } as const;
  return (
    <Panel className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium">{names(method.method)}</h3>
        <State method={method} />
      </div>
      {(method.lastOkAt || method.lastFailureAt) && (
        <dl className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,10rem),1fr))] gap-x-6 gap-y-3 text-sm">
          {method.lastOkAt && (
            <Fact label={t("lastOk")}>
              <Moment at={method.lastOkAt} />
            </Fact>
          )}
          {method.lastFailureAt && (
            <Fact label={t("lastFailure")}>
              <Moment at={method.lastFailureAt} />
            </Fact>
          )}
          {method.lastError && (
            <Fact label={t("lastError")}>
              <IdText>{method.lastError}</IdText>
            </Fact>
          )}
        </dl>
      )}
      <EditForm
        action={changeMethodAction}
        version={method.version}
        hidden={{ method: method.method }}
        words={words}
        variant="secondary"
        isReadOnly={!mayEdit}
      >
        <EditField kind="check" name="isOn" label={t("isOn")} hint={t("isOnHint")} checked={method.isOn} />
        <div className="grid grid-cols-3 items-start gap-2 sm:gap-4">
          <EditField
            name="minimum"
            label={t("minimum")}
            error={t("amountError")}
            value={method.minimum}
            {...amount}
          />
          <EditField
            name="maximum"
            label={t("maximum")}
            error={t("maximumError")}
            value={method.maximum}
            {...amount}
          />
          <EditField
            name="feePercent"
            label={t("fee")}
            error={t("feeError")}
            value={method.feePercent}
            {...amount}
          />
        </div>
      </EditForm>
    </Panel>
  );
}
