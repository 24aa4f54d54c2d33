import { useTranslations } from "next-intl";
import { EditField } from "@/components/edit-form/edit-field";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { saveVpnServerAction } from "@/lib/actions/vpn-servers";
import type { StaffPanelView, StaffServerDetail } from "@/lib/domain/vpn/staff-types";
import { InboundFields } from "./inbound-fields";
import { sentInbounds } from "./sent-inbounds";
import { useInboundWords } from "./use-inbound-words";

const TEXTS = ["name", "location", "locationFa", "locationPt", "countryCode", "domain"] as const;
const NUMBERS = ["maxUsers", "multiplier", "sort"] as const;
const FRESH = { maxUsers: 100, multiplier: 100, sort: 0 };

interface ServerFormProps {
  /** None for a new one, which has its first inbound in the same form. */
  server?: StaffServerDetail;
  panels: readonly StaffPanelView[];
}

/** What an administrator decides about a server; its inbounds stay as they are. */
export function ServerForm({ server, panels }: ServerFormProps) {
  const t = useTranslations("vpnDesk");
  const words = useEditWords(t(server ? "form.submit" : "form.create"), t("form.done"));
  const inbound = useInboundWords();
  const hints = { domain: t("form.domainHint"), multiplier: t("form.multiplierHint") } as Record<
    string,
    string
  >;
  const hidden: Record<string, string> = server
    ? { serverId: server.id, inbounds: sentInbounds(server.inbounds) }
    : {};
  return (
    <EditForm
      action={saveVpnServerAction}
      version={server?.version ?? 0}
      hidden={hidden}
      words={words}
      atField={{ name_taken: "name", inbound_tag_taken: "tag" }}
      className="flex flex-col gap-6"
    >
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {TEXTS.map((name) => (
          <EditField
            key={name}
            name={name}
            label={t(`f.${name}`)}
            hint={hints[name]}
            error={t(`fieldError.${name}`)}
            value={server?.[name] ?? ""}
            maxLength={name === "countryCode" ? 2 : name === "domain" ? 253 : 80}
          />
        ))}
        {NUMBERS.map((name) => (
          <EditField
            key={name}
            name={name}
            label={t(`f.${name}`)}
            hint={hints[name]}
            error={t(`fieldError.${name}`)}
            value={String(server?.[name] ?? FRESH[name])}
            inputMode="numeric"
            dir="ltr"
          />
        ))}
        <EditField
          kind="select"
          name="panelId"
          label={t("f.panelId")}
          error={t("fieldError.panelId")}
          value={server?.panel.id ?? panels[0]?.id ?? ""}
          options={panels.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      {!server && <InboundFields values={{ port: "443" }} {...inbound} />}
    </EditForm>
  );
}
