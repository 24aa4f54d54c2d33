import { getPathname } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

type Locale = Parameters<typeof getPathname>[0]["locale"];

interface Choice {
  service: string;
  country: string;
}

/** Where a price leads: to the counter, or by way of signing up, which keeps the choice. */
export function rentPath(
  choice: Choice,
  { isSignedIn, locale }: { isSignedIn: boolean; locale: Locale },
): string {
  const counter = routes.numbers({ ...choice });
  return isSignedIn ? counter : routes.signUp({ back: getPathname({ href: counter, locale }) });
}
