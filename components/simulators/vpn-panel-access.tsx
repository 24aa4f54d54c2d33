import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { PanelSimulator, PanelSnapshot } from "@/lib/domain/operations/types";
import { AccessFact } from "./access-fact";

/** The kind to choose in the form, as panels call themselves. */
const KINDS: Record<PanelSimulator, string> = {
  marzban: "Marzban",
  hiddify: "Hiddify Manager",
  "three-x-ui": "3x-ui",
  remnawave: "Remnawave",
  wireguard: "WireGuard",
  "three-x-ui-2": "3x-ui",
};
const CREDENTIALS = ["username", "password", "apiKey", "token", "key"] as const;

interface VpnPanelAccessProps {
  state: PanelSnapshot;
  /** What the shop calls the panel at this address; null where it has none there. */
  knownAs: string | null;
}

/** What an admin types to add this simulated panel, and the tags that its inbounds have. */
export function VpnPanelAccess({ state, knownAs }: VpnPanelAccessProps) {
  const t = useTranslations("simulators.panels");
  const { slug, url, credentials, tags } = state;
  return (
    <details className="rounded-md border border-line px-3" open={knownAs === null}>
      <summary className="min-h-11 cursor-pointer py-3 font-medium text-sm">{t("connect")}</summary>
      <div className="flex flex-col gap-2 pb-3">
        <p className="flex flex-wrap items-center gap-2 text-ink-2 text-sm">
          <Badge tone="warn">{t("simulated")}</Badge>
          {knownAs === null ? t("free") : t("taken", { name: knownAs })}
        </p>
        <dl className="grid gap-x-6 sm:grid-cols-2">
          <AccessFact name={t("kind")} value={KINDS[slug]} />
          <AccessFact name={t("address")} value={url} />
          {CREDENTIALS.map((name) => {
            const value = credentials[name];
            return value === undefined ? null : (
              <AccessFact key={name} name={t(`credential.${name}`)} value={value} />
            );
          })}
          {tags.map((tag) => (
            <AccessFact key={tag} name={t("tag")} value={tag} />
          ))}
        </dl>
        {tags.length === 0 && <p className="text-ink-2 text-sm">{t("anyTag")}</p>}
      </div>
    </details>
  );
}
