import { createHash } from "node:crypto";
import { createTransport } from "nodemailer";
import type { Mailer } from "@/lib/domain/identity/ports";

/** "Patchbay <no-reply@shop.example>" -> "shop.example". */
function hostOf(from: string): string {
  return (
    from
      .split("@")
      .at(-1)
      ?.replace(/[>\s]+$/, "") ?? "localhost"
  );
}

/** Sends through the operator's SMTP server ("smtps://user:password@host:465"). Throws when it does not take the mail: the outbox tries again. */
export function createSmtpMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport(url, { from });
  return {
    mailbox: null,
    async send({ to, subject, html, text, locale, key }) {
      await transport.sendMail({
        to,
        subject,
        html,
        text,
        headers: { "Content-Language": locale },
        ...(key ? { messageId: `<${createHash("sha256").update(key).digest("hex")}@${hostOf(from)}>` } : {}),
      });
    },
  };
}
