import { useTranslations } from "next-intl";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { Panel } from "@/components/ui/panel";
import { reviewPolicyAction } from "@/lib/actions/catalog";
import type { ServiceDetail } from "@/lib/domain/catalog/types";
import { useCategoryName } from "./category-name";

/** A rule prohibited this service by its category: a person confirms that or allows it. */
export function PolicyReview({ service, canEdit }: { service: ServiceDetail; canEdit: boolean }) {
  const t = useTranslations("services.review");
  const nameOf = useCategoryName();
  const confirm = useEditWords(t("confirm"), t("done"));
  const allow = useEditWords(t("allow"), t("done"));
  const shared = { action: reviewPolicyAction, version: service.version } as const;
  return (
    <Panel as="section" aria-label={t("title")} line="warn" className="flex flex-col gap-3">
      <h2 className="font-medium text-base">{t("title")}</h2>
      <p className="max-w-prose text-sm">
        {t("text", { category: nameOf(service.category) })}{" "}
        <bdi className="text-ink-2">{service.prohibitedReason}</bdi>
      </p>
      {canEdit && (
        <div className="flex flex-wrap gap-3">
          <EditForm {...shared} hidden={{ id: service.id, decision: "confirm" }} words={confirm} />
          <EditForm
            {...shared}
            hidden={{ id: service.id, decision: "allow" }}
            words={allow}
            variant="secondary"
          />
        </div>
      )}
    </Panel>
  );
}
