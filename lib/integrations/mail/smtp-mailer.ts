import { createTransport } from "nodemailer";
import type { Mailer } from "@/lib/domain/identity/ports";

/** Sends through the operator's SMTP server ("smtps://user:password@host:465"). Throws when it does not take the mail: the outbox tries again. */
export function createSmtpMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport(url, { from });
  return {
    mailbox: null,
    async send({ to, subject, html, text, locale }) {
      await transport.sendMail({ to, subject, html, text, headers: { "Content-Language": locale } });
    },
  };
}
