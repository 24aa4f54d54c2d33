import en from "./messages/en/site.json";
import fa from "./messages/fa/site.json";
import ptBr from "./messages/pt-BR/site.json";
import type { Locale } from "./routing";

/** Why the front door lets nobody further. */
export type RefusalCode = keyof typeof en.refused.why;

/** What the front door says: it stands before the pages, where next-intl cannot be asked. */
export const REFUSAL_WORDS: Record<Locale, typeof en.refused> = {
  en: en.refused,
  fa: fa.refused,
  "pt-BR": ptBr.refused,
};
