import { findMailRecipient } from "@/lib/domain/identity/queries";
import { notifyPerson } from "@/lib/domain/notifications/commands/notify-person";
import { sendMailOnce } from "@/lib/domain/notifications/commands/send-mail-once";
import { findFailingEndpoint } from "@/lib/domain/webhooks/queries/failing-endpoint";
import { absoluteUrl } from "@/lib/emails/absolute-url";
import { renderMail } from "@/lib/emails/render-mail";
import { routes } from "@/lib/routes";
import type { DispatchedEvent, Subscriber } from "../subscriber";

const KINDS = ["webhook.failing", "webhook.disabled"] as const;
type Kind = (typeof KINDS)[number];

function newsOf(event: DispatchedEvent<Kind>) {
  if (event.kind === "webhook.failing") return "webhookFailing";
  return "reason" in event.payload && event.payload.reason === "GONE" ? "webhookGone" : "webhookDisabled";
}

/** "2026-03-14 09:26", UTC: the same in every language, as receivers log it. */
function plainTime(at: Date): string {
  return at.toISOString().slice(0, 16).replace("T", " ");
}

/** Warns the owner of an endpoint that does not answer, and tells when it was turned off, by bell and by mail. */
export const webhookNews: Subscriber<Kind> = {
  name: "webhook-news",
  kinds: KINDS,
  async handle(deps, event) {
    const endpoint = await findFailingEndpoint(deps, event.payload.endpointId);
    if (!endpoint) return;
    const { userId, url } = endpoint;
    const kind = newsOf(event);
    const params = { url, since: plainTime(endpoint.failingSince ?? event.createdAt) };
    const href = routes.webhook(event.payload.endpointId);
    const dedupeKey = `${event.kind}:${event.id}`;
    await notifyPerson(deps, { userId, kind, params, href, dedupeKey });
    const to = await findMailRecipient(deps, userId);
    if (!to) return;
    await sendMailOnce(deps, {
      key: `${dedupeKey}:${userId}`,
      kind,
      write: () =>
        renderMail(kind, to, { url: absoluteUrl(deps.env.publicUrl, to.locale, href), values: params }),
    });
  },
};
