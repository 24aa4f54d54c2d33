import { useTranslations } from "next-intl";
import { EditField } from "@/components/offers/edit-field";
import { EditForm } from "@/components/offers/edit-form";
import { useEditWords } from "@/components/offers/edit-words";
import { saveVpnPanelAction } from "@/lib/actions/vpn-servers";
import type { StaffPanelView } from "@/lib/domain/vpn/staff-types";
import { PANEL_NAMES } from "./panel-names";

/** A panel: its credentials can be set and replaced, and are never read back. */
export function PanelForm({ panel }: { panel?: StaffPanelView }) {
  const t = useTranslations("vpnDesk");
  const words = useEditWords(t(panel ? "form.submit" : "form.createPanel"), t("form.done"));
  const kinds = Object.entries(PANEL_NAMES).map(([value, label]) => ({ value, label }));
  return (
    <EditForm
      action={saveVpnPanelAction}
      version={panel?.version ?? 0}
      hidden={panel ? { panelId: panel.id } : {}}
      words={words}
    >
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <EditField
          name="name"
          label={t("f.name")}
          error={t("form.error")}
          value={panel?.name ?? ""}
          maxLength={80}
        />
        <EditField
          kind="select"
          name="kind"
          label={t("f.kind")}
          value={panel?.kind ?? "HIDDIFY"}
          options={kinds}
        />
        <EditField
          name="url"
          label={t("f.url")}
          error={t("form.error")}
          value={panel?.url ?? ""}
          maxLength={300}
          dir="ltr"
        />
        <EditField
          kind="area"
          name="credentials"
          label={t("f.credentials")}
          hint={panel ? t("form.replaceHint") : t("form.credentialsHint")}
          error={t("form.jsonError")}
          value=""
          dir="ltr"
        />
        <EditField
          kind="area"
          name="options"
          label={t("f.options")}
          error={t("form.jsonError")}
          value={panel ? JSON.stringify(panel.options) : ""}
          dir="ltr"
        />
        <EditField kind="check" name="isActive" label={t("f.isActive")} checked={panel?.isActive ?? true} />
      </div>
    </EditForm>
  );
}
