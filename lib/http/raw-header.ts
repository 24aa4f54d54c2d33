import type { IncomingMessage } from "node:http";

/** One header as it came, by its name in small letters. Node makes the object of all headers only when it is looked at. */
export function rawHeader({ rawHeaders }: IncomingMessage, wanted: string): string | undefined {
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === wanted.length && name.toLowerCase() === wanted) return rawHeaders[at + 1];
  }
  return undefined;
}
