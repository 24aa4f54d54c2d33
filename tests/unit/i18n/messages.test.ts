import { readdirSync, readFileSync } from "node:fs";
import { createTranslator, IntlErrorCode } from "next-intl";
import { describe, expect, it } from "vitest";
import { NAMESPACES } from "@/lib/i18n/namespaces";
import { type Locale, routing } from "@/lib/i18n/routing";

const FOLDER = "lib/i18n/messages";
type Tree = { [key: string]: string | Tree };

function read(locale: Locale, namespace: string): Tree {
  return JSON.parse(readFileSync(`${FOLDER}/${locale}/${namespace}.json`, "utf8")) as Tree;
}

/** "buy.title" -> "Rent a number", for every sentence of a file. */
function flatten(tree: Tree, prefix = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const path = prefix + key;
    if (typeof value === "string") found.set(path, value);
    else for (const [inner, text] of flatten(value, `${path}.`)) found.set(inner, text);
  }
  return found;
}

/** What a sentence wants to be given: {names} and <tags>. */
function wants(text: string): string[] {
  const names = [
    ...text.matchAll(/\{\s*(\w+)\s*(?:,\s*(?:number|plural|select|selectordinal|date|time)\b|\})/g),
  ];
  const tags = [...text.matchAll(/<(\w+)>/g)];
  return [...new Set([...names, ...tags].map((match) => match[1] ?? ""))].sort();
}

describe.each(routing.locales)("messages of %s", (locale) => {
  it("has a file for each namespace, and no other", () => {
    const files = readdirSync(`${FOLDER}/${locale}`).sort();
    expect(files).toEqual(NAMESPACES.map((namespace) => `${namespace}.json`).sort());
  });

  it.each(NAMESPACES)(
    "%s: the same keys as English, nothing empty, the same values asked for",
    (namespace) => {
      const english = flatten(read("en", namespace));
      const own = flatten(read(locale, namespace));
      expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
      for (const [key, text] of own) {
        expect(text.trim(), key).not.toBe("");
        expect(wants(text), `${key}: ${text}`).toEqual(wants(english.get(key) ?? ""));
      }
    },
  );

  it.each(NAMESPACES)("%s: every sentence is valid ICU", (namespace) => {
    const messages = read(locale, namespace);
    const broken: string[] = [];
    const t = createTranslator({
      locale,
      messages: messages as Record<string, string>,
      timeZone: "UTC",
      onError(error) {
        // A value that is not given is no fault of the sentence; anything else is.
        if (error.code !== IntlErrorCode.FORMATTING_ERROR) broken.push(error.message);
      },
    });
    for (const key of flatten(messages).keys()) t(key);
    expect(broken).toEqual([]);
  });

  it.each(NAMESPACES)(
    "%s: every number names how it is written, so that it takes the person's digits",
    (namespace) => {
      const silent = [...flatten(read(locale, namespace)).values()].filter(
        (text) => /\{\s*\w+\s*,\s*number\s*\}/.test(text) || /,\s*plural\b[\s\S]*#/.test(text),
      );
      expect(silent).toEqual([]);
    },
  );
});
