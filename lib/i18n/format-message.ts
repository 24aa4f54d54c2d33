import compile from "icu-minify/compile";
import formatCompiled from "use-intl/format-message/format-only";

type Arguments = Parameters<typeof formatCompiled>;

const compiled = new Map<string, Arguments[1]>();

/** The parsed form of a sentence, kept: there are only as many as the catalogues hold. */
function compiledOf(sentence: string): Arguments[1] {
  let known = compiled.get(sentence);
  if (known === undefined) {
    known = compile(sentence);
    compiled.set(sentence, known);
  }
  return known;
}

/**
 * Writes a sentence on the server, where next-intl's own formatter stands otherwise. It takes both what is written in
 * the catalogues and what `compileMessages` made of it; the browser is given only the latter, and so needs no parser.
 */
export default function formatMessage(...[key, message, values, options]: Arguments) {
  return formatCompiled(key, typeof message === "string" ? compiledOf(message) : message, values, options);
}

/** Read by next-intl: `t.raw` may be used. */
formatMessage.raw = true;
