import { hasLocale } from "next-intl";
import { redirect } from "@/lib/i18n/navigation";
import { routing } from "@/lib/i18n/routing";
import { routes } from "@/lib/routes";

/** The desk begins with its servers. */
export async function GET(_: Request, { params }: { params: Promise<{ locale: string }> }): Promise<never> {
  const { locale } = await params;
  const known = hasLocale(routing.locales, locale) ? locale : routing.defaultLocale;
  return redirect({ href: routes.adminVpnServers(), locale: known });
}
