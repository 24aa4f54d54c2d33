/** What React writes inside the text itself; any other "$" points at another part of a form. */
const INLINE = /^\$(?:\$.*|undefined|NaN|-?Infinity|-0|n-?\d+|D\d{4}-[\dT:.Z-]+|T)$/s;

function references(value: unknown): string[] {
  if (typeof value === "string") return value.startsWith("$") && !INLINE.test(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(references);
}

/** "$K1" and "$1:path" point at part 1; the number is hexadecimal, a letter before it says what it is. */
function partsOf(reference: string): string[] {
  const [name = ""] = reference.slice(1).split(":");
  return [name, name.slice(1)]
    .filter((text) => /^[0-9a-f]+$/.test(text))
    .map((text) => String(Number.parseInt(text, 16)));
}

/** A form without fields leaves no part behind; React makes an empty one of what points at it. */
const FORM = /^\$K[0-9a-f]+$/;

function leads(reference: string, parts: ReadonlySet<string>): boolean {
  if (parts.size > 0 && FORM.test(reference)) return true;
  return partsOf(reference).some((part) => parts.has(part));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Whether a server action's arguments can be put together: a list, all of whose references lead somewhere. Next answers
 * what cannot with a 500. Source: "encodeReply" of react-server-dom.
 */
export function areActionArguments(text: string, parts: ReadonlySet<string> = new Set()): boolean {
  const root = parse(text);
  return Array.isArray(root) && references(root).every((reference) => leads(reference, parts));
}

/** The same for a form: its part "0" holds the arguments, the others what they point at. A form without it is an ordinary one. */
export function isActionForm(form: FormData): boolean {
  // The fields of a form among the arguments stand under "_1_name" (older: "1_name").
  const names = new Set([...form.keys()].map((name) => /^_?(\d+)/.exec(name)?.[1] ?? name));
  const texts = [...form].filter(
    (entry): entry is [string, string] => /^\d+$/.test(entry[0]) && typeof entry[1] === "string",
  );
  if (!names.has("0")) return false;
  return texts.every(([name, text]) => {
    if (name === "0") return areActionArguments(text, names);
    const value = parse(text);
    return value !== undefined && references(value).every((reference) => leads(reference, names));
  });
}
