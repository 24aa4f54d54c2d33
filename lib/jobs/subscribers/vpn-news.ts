import type { Deps } from "@/lib/deps";
import { findMailRecipient } from "@/lib/domain/identity/queries";
import { getPreferences } from "@/lib/domain/identity/queries/preferences";
import { customerScopeOf } from "@/lib/domain/kernel/actor";
import { notifyPerson } from "@/lib/domain/notifications/commands/notify-person";
import { sendMailOnce } from "@/lib/domain/notifications/commands/send-mail-once";
import { absoluteUrl } from "@/lib/emails/absolute-url";
import { renderMail } from "@/lib/emails/render-mail";
import { subscriptionValues } from "@/lib/emails/subscription-values";
import type { Subscriber } from "../subscriber";
import { VPN_EVENTS, type VpnEvent, type VpnNews } from "../vpn-news/vpn-news";
import { writeVpnNews } from "../vpn-news/write-vpn-news";

async function mail(deps: Deps, news: VpnNews): Promise<void> {
  if (news.mail === "never") return;
  const { userId, kind, params, href, key } = news;
  const preferences = await getPreferences(deps, customerScopeOf(userId));
  if (news.mail === "wanted" && !preferences.areMoneyMailsOn) return;
  const to = await findMailRecipient(deps, userId);
  if (!to) return;
  await sendMailOnce(deps, {
    key: `${key}:${userId}`,
    kind,
    write: () =>
      renderMail(kind, to, {
        url: absoluteUrl(deps.env.publicUrl, to.locale, href),
        values: subscriptionValues(params, to.locale, preferences),
      }),
  });
}

/** Tells the owner of a subscription what becomes of it, by the bell and by mail. */
export const vpnNews: Subscriber<(typeof VPN_EVENTS)[number]> = {
  name: "vpn-news",
  kinds: VPN_EVENTS,
  async handle(deps, event) {
    const news = await writeVpnNews(deps, event as VpnEvent);
    if (!news) return;
    const { userId, kind, params, href, key } = news;
    await notifyPerson(deps, { userId, kind, params, href, dedupeKey: key });
    await mail(deps, news);
  },
};
