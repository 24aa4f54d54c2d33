import type { Deps } from "@/lib/deps";
import { findMailRecipient } from "@/lib/domain/identity/queries";
import { getPreferences } from "@/lib/domain/identity/queries/preferences";
import { customerScopeOf } from "@/lib/domain/kernel/actor";
import { notifyPerson } from "@/lib/domain/notifications/commands/notify-person";
import { sendMailOnce } from "@/lib/domain/notifications/commands/send-mail-once";
import { absoluteUrl } from "@/lib/emails/absolute-url";
import { moneyValues } from "@/lib/emails/money-values";
import { renderMail } from "@/lib/emails/render-mail";
import { MONEY_EVENTS, type MoneyEvent, type MoneyNews } from "../money-news/money-news";
import { writeNews } from "../money-news/write-news";
import type { Subscriber } from "../subscriber";

async function mail(deps: Deps, { userId, kind, params, href, key, mail: when }: MoneyNews): Promise<void> {
  if (when === "never" || kind === "adminAlert" || kind === "adminWithdrawal") return;
  if (when === "wanted" && !(await getPreferences(deps, customerScopeOf(userId))).areMoneyMailsOn) return;
  const to = await findMailRecipient(deps, userId);
  if (!to) return;
  await sendMailOnce(deps, {
    key: `${key}:${userId}`,
    kind,
    write: () =>
      renderMail(kind, to, {
        url: absoluteUrl(deps.env.publicUrl, to.locale, href),
        values: moneyValues(params, to.locale),
      }),
  });
}

/** Tells people what happened to their money, by the bell and by mail; and administrators what needs them. */
export const moneyNews: Subscriber<(typeof MONEY_EVENTS)[number]> = {
  name: "money-news",
  kinds: MONEY_EVENTS,
  async handle(deps, event) {
    for (const news of await writeNews(deps, event as MoneyEvent)) {
      const { userId, kind, params, href, key } = news;
      await notifyPerson(deps, { userId, kind, params, href, dedupeKey: key });
      await mail(deps, news);
    }
  },
};
