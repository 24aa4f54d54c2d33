import { messageHoles } from "../scan/icu";
import type { Rule } from "../scan/rule";
import type { SourceFile } from "../scan/source-file";

const FILE = /^lib\/i18n\/messages\/([^/]+)\/([^/]+)\.json$/;
const LOCALES = ["en", "fa", "pt-BR"] as const;

type Messages = Map<string, string>;

function flatten(value: unknown, path: string, into: Messages): Messages {
  if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) flatten(inner, path ? `${path}.${key}` : key, into);
  } else {
    into.set(path, typeof value === "string" ? value : "");
  }
  return into;
}

function holes(text: string): string {
  return messageHoles(text).join(" ");
}

function compare(namespace: string, byLocale: Map<string, SourceFile>): ReturnType<Rule["check"]> {
  const base = byLocale.get("en");
  const missing = LOCALES.filter((locale) => !byLocale.has(locale));
  const any = base ?? [...byLocale.values()][0];
  if (missing.length > 0 || !base) {
    return missing.map((locale) => ({
      path: any?.path ?? namespace,
      line: 0,
      message: `${namespace} is missing in ${locale}`,
    }));
  }
  const english = flatten(JSON.parse(base.text), "", new Map());
  const found: ReturnType<Rule["check"]> = [];
  for (const [locale, file] of byLocale) {
    const add = (message: string) => found.push({ path: file.path, line: 0, message });
    const own = flatten(JSON.parse(file.text), "", new Map());
    for (const [key, text] of own) {
      const source = english.get(key);
      if (text.trim() === "") add(`${key} is empty`);
      else if (source === undefined) add(`${key} is not in en`);
      else if (holes(source) !== holes(text))
        add(`${key} has other arguments than in en: "${holes(text)}" for "${holes(source)}"`);
      else if (locale !== "en" && text === source && /\p{Ll}+ \p{Ll}+ \p{Ll}+/u.test(text))
        add(`${key} is not translated`);
    }
    for (const key of english.keys()) if (!own.has(key)) add(`${key} is missing`);
  }
  return found;
}

/** Every sentence exists in every language, with the same arguments. */
export const translations: Rule = {
  name: "translations",
  check: (files) => {
    const namespaces = new Map<string, Map<string, SourceFile>>();
    for (const file of files) {
      const [, locale, namespace] = FILE.exec(file.path) ?? [];
      if (!locale || !namespace) continue;
      const byLocale = namespaces.get(namespace) ?? new Map<string, SourceFile>();
      namespaces.set(namespace, byLocale.set(locale, file));
    }
    return [...namespaces].flatMap(([namespace, byLocale]) => compare(namespace, byLocale));
  },
  broken: {
    "a language without the file": [
      ["lib/i18n/messages/en/wallet.json", '{"a":"One"}'],
      ["lib/i18n/messages/fa/wallet.json", '{"a":"یک"}'],
    ],
    "a missing key": [
      ["lib/i18n/messages/en/wallet.json", '{"a":{"b":"One","c":"Two"}}'],
      ["lib/i18n/messages/fa/wallet.json", '{"a":{"b":"یک","c":"دو"}}'],
      ["lib/i18n/messages/pt-BR/wallet.json", '{"a":{"b":"Um"}}'],
    ],
    "an argument that got lost": [
      ["lib/i18n/messages/en/wallet.json", '{"a":"{count, plural, one {# line} other {# lines}} of {name}"}'],
      ["lib/i18n/messages/fa/wallet.json", '{"a":"{count, plural, other {#}} {name}"}'],
      ["lib/i18n/messages/pt-BR/wallet.json", '{"a":"{count, plural, one {# linha} other {# linhas}}"}'],
    ],
    "a sentence left in English": [
      ["lib/i18n/messages/en/wallet.json", '{"a":"The money is back in your wallet."}'],
      ["lib/i18n/messages/fa/wallet.json", '{"a":"پول برگشت."}'],
      ["lib/i18n/messages/pt-BR/wallet.json", '{"a":"The money is back in your wallet."}'],
    ],
  },
  fine: {
    "three languages": [
      [
        "lib/i18n/messages/en/wallet.json",
        '{"a":"{count, plural, one {line} other {lines}}","b":"Patchbay"}',
      ],
      ["lib/i18n/messages/fa/wallet.json", '{"a":"{count, plural, other {# سطر}}","b":"Patchbay"}'],
      [
        "lib/i18n/messages/pt-BR/wallet.json",
        '{"a":"{count, plural, one {# linha} other {# linhas}}","b":"Patchbay"}',
      ],
    ],
  },
};
