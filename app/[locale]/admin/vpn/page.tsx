import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

/** The desk begins with its servers. */
export default async function VpnDeskPage() {
  redirect({ href: routes.adminVpnServers(), locale: await getLocale() });
}
