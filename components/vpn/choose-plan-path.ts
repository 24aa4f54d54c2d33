import { getPathname } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

type Locale = Parameters<typeof getPathname>[0]["locale"];

/** Where a plan of this length is bought, or by way of signing up, which keeps the choice. */
export function choosePlanPath(
  durationDays: number,
  { isSignedIn, locale }: { isSignedIn: boolean; locale: Locale },
): string {
  const shop = routes.vpn({ period: durationDays });
  return isSignedIn ? shop : routes.signUp({ back: getPathname({ href: shop, locale }) });
}
