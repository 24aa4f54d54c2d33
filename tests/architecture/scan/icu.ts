/**
 * The arguments ("count") and tags ("<link>") of an ICU message, sorted. Arms of plural and select are read as the
 * messages they are, so that "one {line}" is not taken for an argument.
 */
export function messageHoles(text: string): string[] {
  const found = new Set<string>();
  let at = 0;

  function skipSpace(): void {
    while (/\s/.test(text[at] ?? "")) at += 1;
  }

  function word(): string {
    const match = /^[^\s,{}]+/.exec(text.slice(at));
    at += match?.[0].length ?? 0;
    return match?.[0] ?? "";
  }

  /** After "{name, plural,": keys, each with a message in braces. */
  function arms(): void {
    while (at < text.length && text[at] !== "}") {
      if (text[at] === "{") {
        at += 1;
        message();
      }
      at += 1;
    }
  }

  function argument(): void {
    skipSpace();
    found.add(word());
    skipSpace();
    if (text[at] !== ",") return;
    at += 1;
    skipSpace();
    const kind = word();
    if (/^(?:plural|select|selectordinal)$/.test(kind)) arms();
    else while (at < text.length && text[at] !== "}") at += 1;
  }

  /** Up to its closing brace, or the end. */
  function message(): void {
    while (at < text.length && text[at] !== "}") {
      if (text[at] === "'" && /[{}]/.test(text[at + 1] ?? "")) {
        const end = text.indexOf("'", at + 1);
        at = end === -1 ? text.length : end;
      } else if (text[at] === "{") {
        at += 1;
        argument();
      } else if (text[at] === "<") {
        const tag = /^<([a-zA-Z]\w*)>/.exec(text.slice(at))?.[1];
        if (tag) found.add(`<${tag}>`);
      }
      at += 1;
    }
  }

  message();
  return [...found].filter(Boolean).sort();
}
