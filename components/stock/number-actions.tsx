import { useTranslations } from "next-intl";
import { EditField } from "@/components/edit-form/edit-field";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { Panel } from "@/components/ui/panel";
import { releaseNumberAction, switchNumbersAction } from "@/lib/actions/stock";
import type { NumberDetail } from "@/lib/domain/supply/types";

/** Takes a number off the shelf or puts it back; gives it back when somebody holds it. Each says what follows. */
export function NumberActions({ number }: { number: NumberDetail }) {
  const t = useTranslations("stock.actions");
  const off = useEditWords(number.isActive ? t("deactivate") : t("reactivate"), t("switched"));
  const release = useEditWords(t("release"), t("released"));
  const text = number.isActive
    ? number.holder
      ? t("deactivateHeld")
      : t("deactivateText")
    : t("reactivateText");
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Panel className="flex flex-col gap-3">
        <p className="text-ink-2 text-sm">{text}</p>
        <EditForm
          action={switchNumbersAction}
          hidden={{ ids: number.id, isActive: number.isActive ? "no" : "yes" }}
          words={off}
          variant={number.isActive ? "danger" : "primary"}
        >
          <EditField name="reason" label={t("reason")} maxLength={400} />
        </EditForm>
      </Panel>
      {number.perService.some((one) => one.isLive) && (
        <Panel className="flex flex-col gap-3">
          <p className="text-ink-2 text-sm">{t("releaseText")}</p>
          <EditForm
            action={releaseNumberAction}
            hidden={{ numberId: number.id }}
            words={release}
            variant="danger"
          >
            <EditField name="reason" label={t("reason")} error={t("reasonError")} maxLength={400} required />
          </EditForm>
        </Panel>
      )}
    </div>
  );
}
