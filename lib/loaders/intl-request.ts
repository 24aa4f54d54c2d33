import "server-only";
import { cookies } from "next/headers";
import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { isTimeZone } from "@/lib/domain/identity/preferences";
import { TIME_ZONE_COOKIE } from "@/lib/http/choice-cookies";
import { formatsFor } from "@/lib/i18n/formats";
import { withLatinDigits } from "@/lib/i18n/message-digits";
import { loadMessages } from "@/lib/i18n/messages";
import { routing } from "@/lib/i18n/routing";
import { loadLooks } from "./preferences";

/** The person's own choice, else what their browser said; nothing at a first visit. */
async function timeZoneFor(chosen: string | null): Promise<string | null> {
  const told = chosen ?? (await cookies()).get(TIME_ZONE_COOKIE)?.value;
  return told && isTimeZone(told) ? told : null;
}

/** What every page's sentences, dates and counts are written with. */
export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale;
  const [preferences, messages] = await Promise.all([loadLooks(), loadMessages(locale)]);
  const timeZone = await timeZoneFor(preferences.timeZone);
  return {
    locale,
    // Only Persian sentences have other digits written into them.
    messages: locale === "fa" && preferences.digits === "LATIN" ? withLatinDigits(messages) : messages,
    // The one that means the same to everybody, and says so.
    timeZone: timeZone ?? "UTC",
    formats: formatsFor(preferences, locale, { namesZone: timeZone === null }),
  };
});
