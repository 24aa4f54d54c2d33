import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { Panel } from "@/components/ui/panel";
import type { StaffPanelRow } from "@/lib/domain/vpn/staff-types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

interface PanelServersProps {
  servers: StaffPanelRow["servers"];
  mayManage: boolean;
}

/** The servers whose accounts a panel knows, or the way to the first one. */
export function PanelServers({ servers, mayManage }: PanelServersProps) {
  const t = useTranslations("vpnDesk");
  if (servers.length === 0)
    return (
      <Panel className="flex flex-wrap items-center justify-between gap-3 text-ink-2 text-sm">
        {t("panels.noServerText")}
        {mayManage && (
          <LinkButton href={routes.adminVpnServerNew()} variant="secondary">
            {t("servers.new")}
          </LinkButton>
        )}
      </Panel>
    );
  return (
    <Panel>
      <ul className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
        {servers.map(({ id, name }) => (
          <li key={id}>
            <Link href={routes.adminVpnServer(id)} prefetch={false} className="underline underline-offset-2">
              <bdi>{name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
