import { join } from "node:path";
import type { Mailer } from "@/lib/domain/identity/ports";
import type { Log } from "@/lib/domain/kernel/log";
import type { Env } from "@/lib/env";
import { createFileMailer } from "./file-mailer";
import { createSmtpMailer } from "./smtp-mailer";

function createSilentMailer(log: Log): Mailer {
  return {
    mailbox: null,
    async send({ subject }) {
      log.warn({ subject }, "mail is off: this one is not sent");
    },
  };
}

/** The way mail leaves, as configured. */
export function createMailer({
  mail,
  dataDir,
  log,
}: {
  mail: Env["mail"];
  dataDir: string;
  log: Log;
}): Mailer {
  if (mail.kind === "smtp") return createSmtpMailer(mail);
  if (mail.kind === "mailbox") return createFileMailer({ folder: join(dataDir, "mailbox"), from: mail.from });
  return createSilentMailer(log);
}
