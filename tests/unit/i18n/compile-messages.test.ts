import { createTranslator } from "next-intl";
import formatCompiled from "use-intl/format-message/format-only";
import { describe, expect, it } from "vitest";
import { compileMessages } from "@/lib/i18n/compile-messages";
import formatMessage from "@/lib/i18n/format-message";
import { formats } from "@/lib/i18n/formats";
import { loadMessages } from "@/lib/i18n/messages";
import { routing } from "@/lib/i18n/routing";

type Values = Record<string, unknown>;
type Format = (key: string, message: never, values: never, options: never) => unknown;

const AT = new Date("2026-11-21T20:45:00Z");
const COUNTS = [1, 2, 1_234.5];

/** One plain value for each name that a sentence asks for, of the kind that it asks for. */
function valuesFor(sentence: string, count: number, choice: string): Values {
  const values: Values = {};
  for (const [, name = ""] of sentence.matchAll(/\{\s*(\w+)\s*\}/g)) values[name] ??= "Ada";
  for (const [, name = "", kind] of sentence.matchAll(/\{\s*(\w+)\s*,\s*(number|plural|select|date|time)\b/g))
    values[name] = kind === "select" ? choice : kind === "date" || kind === "time" ? AT : count;
  for (const [, name = ""] of sentence.matchAll(/<(\w+)>/g))
    values[name] = (inside: unknown) => `[${name}:${[inside].flat().join("")}]`;
  return values;
}

function flatten(tree: object, prefix = ""): [path: string, leaf: unknown][] {
  return Object.entries(tree).flatMap(([key, inner]) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? flatten(inner, `${prefix}${key}.`)
      : [[prefix + key, inner] as [string, unknown]],
  );
}

/** One formatter for each language and its options: they are slow to make. */
function kept<Made>(make: (locale: string, options?: object) => Made) {
  const known = new Map<string, Made>();
  return (locale: string, options?: object) => {
    const key = locale + JSON.stringify(options);
    const made = known.get(key) ?? make(locale, options);
    known.set(key, made);
    return made;
  };
}

const formatters = {
  getNumberFormat: kept((locale, options) => new Intl.NumberFormat(locale, options)),
  getPluralRules: kept((locale, options) => new Intl.PluralRules(locale, options)),
  getDateTimeFormat: kept((locale, options) => new Intl.DateTimeFormat(locale, options)),
};

describe.each(routing.locales)("the parsed sentences of %s", (locale) => {
  it("say what the written ones say, in the browser and on the server", async () => {
    const written = await loadMessages(locale);
    const parsed = new Map(flatten(compileMessages(written) as object));
    const t = createTranslator({ locale, messages: written, formats, timeZone: "UTC" }) as unknown as {
      rich(key: string, values: Values): unknown;
    };
    const options = { locale, formatters, formats, timeZone: "UTC" };
    const say = (format: Format, message: unknown, values: Values) =>
      [format("", message as never, values as never, options as never)].flat().join("");
    const different: unknown[] = [];
    for (const [key, sentence] of flatten(written)) {
      const text = String(sentence);
      const hasCounts = /,\s*(?:number|plural)\b/.test(text);
      const choices = /,\s*select\b/.test(text)
        ? [...text.matchAll(/(\w+)\s*\{/g)].map(([, word = ""]) => word)
        : [""];
      for (const count of hasCounts ? COUNTS : [1]) {
        for (const choice of choices) {
          const values = valuesFor(text, count, choice);
          const expected = [t.rich(key, values)].flat().join("");
          for (const [format, message] of [
            [formatCompiled as Format, parsed.get(key)],
            [formatMessage as Format, text],
          ] as const) {
            const said = say(format, message, values);
            if (said !== expected) different.push({ key, expected, said });
          }
        }
      }
    }
    expect(different).toEqual([]);
  });

  it("can be given to components of the browser: plain objects, lists, words and numbers", async () => {
    const parsed = compileMessages(await loadMessages(locale));
    expect(JSON.parse(JSON.stringify(parsed))).toStrictEqual(parsed);
  });
});

it("keeps the words of a sentence whose signs were quoted", () => {
  const parsed = compileMessages("Write '{'name'}' to greet") as never;
  expect(formatCompiled("", parsed, {}, {} as never)).toBe("Write {name} to greet");
  expect(formatMessage("", parsed, {}, {} as never)).toBe("Write {name} to greet");
});
