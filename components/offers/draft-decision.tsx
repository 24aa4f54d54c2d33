import { useFormatter, useTranslations } from "next-intl";
import { EditField } from "@/components/edit-form/edit-field";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { LinkButton } from "@/components/ui/link-button";
import { Panel } from "@/components/ui/panel";
import { applyDraftAction, draftRollBackAction } from "@/lib/actions/catalog";
import type { PriceDraftView } from "@/lib/domain/catalog/types";
import { routes } from "@/lib/routes";
import { FractionNotice } from "./fraction-notice";
import { WarningConfirm } from "./warning-confirm";

/** The end of a preview: apply exactly this, or, once applied, preview taking it back. */
export function DraftDecision({ draft, canEdit }: { draft: PriceDraftView; canEdit: boolean }) {
  const t = useTranslations("offers.draft");
  const format = useFormatter();
  const { changed, stale, warnings } = draft.counts;
  const apply = useEditWords(t("apply", { count: changed }), t("applied"));
  const undo = useEditWords(t("rollBack"), "");
  if (draft.appliedAt !== null) {
    return (
      <Panel className="flex flex-col gap-3">
        <p>
          {t("appliedAt", {
            date: format.dateTime(new Date(draft.appliedAt), "long"),
            name: draft.appliedBy ?? "",
          })}{" "}
          <bdi className="text-ink-2">{draft.reason}</bdi>
        </p>
        {draft.undoneById && (
          <LinkButton
            href={routes.adminPriceBatch(draft.undoneById)}
            variant="secondary"
            className="self-start"
          >
            {t("seeUndone")}
          </LinkButton>
        )}
        {canEdit && !draft.undoneById && (
          <EditForm
            action={draftRollBackAction}
            hidden={{ batchId: draft.id }}
            words={undo}
            variant="secondary"
          />
        )}
      </Panel>
    );
  }
  if (stale > 0 || changed === 0) {
    return (
      <Panel line="bad" className="flex flex-col gap-3">
        <p>{stale > 0 ? t("staleText", { count: stale }) : t("nothingToDo")}</p>
        <LinkButton href={routes.adminPriceBatches()} variant="secondary" className="self-start">
          {t("again")}
        </LinkButton>
      </Panel>
    );
  }
  if (!canEdit) return null;
  return (
    <Panel className="flex flex-col gap-4">
      <FractionNotice draft={draft} />
      <EditForm action={applyDraftAction} hidden={{ id: draft.id }} words={apply}>
        <WarningConfirm
          label={t("confirm")}
          known={draft.warned}
          words={Object.fromEntries(
            draft.warned.warnings.map((warning) => [
              warning,
              t(`warned.${warning}`, { count: warnings[warning] }),
            ]),
          )}
        />
        <EditField name="reason" label={t("reason")} error={t("reasonError")} maxLength={400} required />
      </EditForm>
    </Panel>
  );
}
