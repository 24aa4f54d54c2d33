import { render } from "@react-email/render";
import { createTranslator } from "next-intl";
import type { Mail } from "@/lib/domain/identity/ports";
import { LOCALES, type UserLocale } from "@/lib/domain/identity/schema";
import type { MailRecipient } from "@/lib/domain/identity/types";
import en from "@/lib/i18n/messages/en/emails.json";
import fa from "@/lib/i18n/messages/fa/emails.json";
import ptBr from "@/lib/i18n/messages/pt-BR/emails.json";
import { type MailContent, MailDocument } from "./mail-document";

/** The words of one mail; mails with one have a button. */
export type MailKind = Exclude<keyof typeof en, "greeting" | "linkHint" | "footer" | "mailbox">;

const MESSAGES: Record<UserLocale, typeof en> = { en, fa, "pt-BR": ptBr };

function asPlainText({ greeting, body, rows, action, note, footer }: MailContent): string {
  const sheet = rows.length > 0 ? [rows.map(([label, value]) => `${label}: ${value}`).join("\n")] : [];
  const step = action ? [`${action.label}:\n${action.url}`] : [];
  return `${[greeting, body, ...sheet, ...step, note, `-- \n${footer}`].join("\n\n")}\n`;
}

/** Writes one mail in the reader's language, as HTML and as plain text. `url` is where its button leads. */
export async function renderMail(
  kind: MailKind,
  to: MailRecipient,
  {
    url,
    values = {},
    rows = [],
  }: { url?: string; values?: Record<string, string>; rows?: MailContent["rows"] } = {},
): Promise<Mail> {
  const locale = LOCALES.find((known) => known === to.locale) ?? "en";
  const t = createTranslator({ locale, messages: MESSAGES[locale] });
  const words: Record<string, string> = MESSAGES[locale][kind];
  const word = (name: string) => t(`${kind}.${name}` as Parameters<typeof t>[0], values as never);
  const content: MailContent = {
    locale,
    direction: locale === "fa" ? "rtl" : "ltr",
    greeting: t("greeting", { name: to.name }),
    heading: word("heading"),
    body: word("body"),
    rows,
    action: url && words.action ? { label: word("action"), url, hint: t("linkHint") } : null,
    note: word("note"),
    footer: t("footer"),
  };
  const html = await render(<MailDocument {...content} />);
  return { to: to.email, subject: word("subject"), html, text: asPlainText(content), locale };
}

/** A word of a mail that its values need ("unknown device"). */
export function mailWord(
  kind: "newSignIn",
  name: "unknownDevice" | "unknownAddress",
  locale: string,
): string {
  const known = LOCALES.find((candidate) => candidate === locale) ?? "en";
  return MESSAGES[known][kind][name];
}
