import { useTranslations } from "next-intl";
import { EditField } from "@/components/edit-form/edit-field";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { saveVpnPanelAction } from "@/lib/actions/vpn-servers";
import type { PanelFields as PanelFieldNames, StaffPanelView } from "@/lib/domain/vpn/staff-types";
import type { PanelKind } from "@/lib/domain/vpn/types";
import { PanelFields } from "./panel-fields";
import { PANEL_NAMES } from "./panel-names";

const WORDS = [
  "kind",
  "credentials",
  "options",
  "apiKey",
  "username",
  "password",
  "twoFactorCode",
  "token",
  "agentKey",
  "ca",
  "certificate",
  "key",
  "squads",
  "timeoutMs",
  "retryPauseMs",
  "inboundTags",
  "listen",
  "agentUrl",
  "connectMs",
  "totalMs",
  "agentKeyHint",
  "tokenHintTHREE_X_UI",
  "tokenHintREMNAWAVE",
  "tokenHintXRAY",
  "keyHint",
  "squadsHint",
  "inboundTagsHint",
  "listenHint",
  "agentUrlHint",
  "connectMsHint",
  "totalMsHint",
  "timeoutMsHint",
  "retryPauseMsHint",
  "apiKeyError",
  "usernameError",
  "passwordError",
  "twoFactorCodeError",
  "tokenError",
  "tokenErrorXRAY",
  "tokenErrorTHREE_X_UI",
  "usernameErrorTHREE_X_UI",
  "passwordErrorTHREE_X_UI",
  "agentKeyError",
  "caError",
  "certificateError",
  "keyErrorWIREGUARD",
  "keyErrorXRAY",
  "squadsError",
  "timeoutMsError",
  "retryPauseMsError",
  "inboundTagsError",
  "listenError",
  "agentUrlError",
  "connectMsError",
  "totalMsError",
] as const;

interface PanelFormProps {
  /** None for a new one. */
  panel?: StaffPanelView;
  fields: Record<PanelKind, PanelFieldNames>;
}

/** A panel: its credentials can be set and replaced, and are never read back. */
export function PanelForm({ panel, fields }: PanelFormProps) {
  const t = useTranslations("vpnDesk");
  const words = useEditWords(t(panel ? "form.submit" : "form.createPanel"), t("form.done"));
  const named = Object.fromEntries(WORDS.map((word) => [word, t(`panelForm.${word}`)]));
  const fieldWords = {
    ...named,
    credentialsLead: t(panel ? "panelForm.replace" : "panelForm.fresh"),
    refused: t("panelForm.refused"),
  };
  return (
    <EditForm
      action={saveVpnPanelAction}
      version={panel?.version ?? 0}
      hidden={panel ? { panelId: panel.id } : {}}
      words={words}
      atField={{ name_taken: "name", panel_address_taken: "url" }}
    >
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <EditField
          name="name"
          label={t("f.name")}
          error={t("fieldError.name")}
          value={panel?.name ?? ""}
          maxLength={80}
        />
        <EditField
          name="url"
          label={t("f.url")}
          hint={t("form.urlHint")}
          error={t("fieldError.url")}
          value={panel?.url ?? ""}
          maxLength={300}
          dir="ltr"
        />
        <PanelFields
          fields={fields}
          kinds={PANEL_NAMES}
          stored={panel ? { kind: panel.kind, options: panel.options } : null}
          words={fieldWords}
        />
        {panel && (
          <EditField
            kind="check"
            name="movesAccounts"
            label={t("form.movesAccounts")}
            hint={t("form.movesAccountsHint")}
          />
        )}
        <EditField kind="check" name="isActive" label={t("f.isActive")} checked={panel?.isActive ?? true} />
      </div>
    </EditForm>
  );
}
