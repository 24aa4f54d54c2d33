import { createTranslator, type Messages } from "next-intl";
import { LOCALES } from "@/lib/domain/identity/schema";
import type { SubscriptionContent } from "@/lib/domain/vpn/queries/subscription-content";
import { graceEndsAt } from "@/lib/domain/vpn/terms";
import { plainDay, plainMoment } from "@/lib/format/plain-day";
import { loadMessages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/routing";

export interface SubscriptionWords {
  title: string;
  /** Lines that are listed like locations: alone where nothing connects, above the locations where that ends soon. */
  notices: string[];
  connects: boolean;
  announcement: string;
}

interface Words {
  brand: string;
  /** Where the owner renews, without the scheme: apps show it as the name of a location. */
  renewAddress: string;
}

type Translate = ReturnType<typeof createTranslator<Pick<Messages, "vpn">, "vpn">>;

const translators = new Map<Locale, Promise<Translate>>();

/** One for each language: reading every sentence of the shop would cost more than a document. */
function translatorFor(locale: Locale): Promise<Translate> {
  const known = translators.get(locale);
  if (known) return known;
  const made = loadMessages(locale).then((all) => {
    // What is loaded by name has the shape of that name.
    const { vpn } = all as unknown as Pick<Messages, "vpn">;
    return createTranslator({ locale, messages: { vpn }, namespace: "vpn" });
  });
  translators.set(locale, made);
  return made;
}

/** What an app shows as the name of the list, and what it lists where nothing can be dialled. */
export async function subscriptionWords(
  content: Pick<SubscriptionContent, "locale" | "planName" | "word" | "expiresAt">,
  { brand, renewAddress }: Words,
): Promise<SubscriptionWords> {
  const locale = LOCALES.find((known) => known === content.locale) ?? "en";
  const t = await translatorFor(locale);
  const date = () => plainDay(content.expiresAt, locale);
  const title = t("subscription.title", { brand, plan: content.planName });
  const renew = () => t("subscription.renew", { address: renewAddress });
  switch (content.word) {
    case "expired":
      return {
        title,
        notices: [t("subscription.ended.expired", { date: date() }), renew()],
        connects: false,
        announcement: renew(),
      };
    case "traffic_used_up":
      return {
        title,
        notices: [t("subscription.ended.traffic_used_up"), renew()],
        connects: false,
        announcement: renew(),
      };
    case "suspended": {
      const help = t("subscription.help", { address: renewAddress });
      return {
        title,
        notices: [t("subscription.ended.suspended", { brand }), help],
        connects: false,
        announcement: help,
      };
    }
    case "canceled":
      return {
        title,
        notices: [t("subscription.ended.canceled"), renew()],
        connects: false,
        announcement: "",
      };
    case "being_prepared": {
      const check = t("subscription.check", { address: renewAddress });
      return {
        title,
        notices: [t("subscription.ended.being_prepared"), check],
        connects: false,
        announcement: "",
      };
    }
    case "grace": {
      const until = plainMoment(graceEndsAt(content.expiresAt), locale);
      const ended = t("subscription.grace", { until });
      return { title, notices: [ended, renew()], connects: true, announcement: renew() };
    }
    case "ends_soon":
      return {
        title,
        notices: [],
        connects: true,
        announcement: t("subscription.endsSoon", { date: date() }),
      };
    case "active":
    case "partly_active":
      return { title, notices: [], connects: true, announcement: "" };
  }
}
