import type { HonoRequest } from "hono";

/** Reads one parameter of a call; undefined when it is missing or empty. */
export type ReadParameter = (name: string) => string | undefined;

/** Names and values of the query, then of the body: of a name that comes twice the last counts, as in PHP. */
export function readFrom(...sources: Iterable<[string, string]>[]): ReadParameter {
  const values = new Map<string, string>();
  for (const source of sources) for (const [name, value] of source) values.set(name, value);
  return (name) => values.get(name) || undefined;
}

/** The fields of a form, urlencoded or multipart; none when the body is anything else, or broken. */
async function formFields(request: HonoRequest): Promise<[string, string][]> {
  if (request.method !== "POST") return [];
  try {
    const fields = await request.parseBody();
    return Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === "string");
  } catch {
    return [];
  }
}

/** Clients send their parameters in the query, in a form, or some here and some there. */
export async function readParameters(request: HonoRequest): Promise<ReadParameter> {
  const at = request.url.indexOf("?");
  const query = new URLSearchParams(at === -1 ? "" : request.url.slice(at + 1));
  return readFrom(query, await formFields(request));
}

/** An id of the protocol: plain digits that fit int32. Null for anything else. */
export function activationNumber(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,10}$/.test(text)) return null;
  const number = Number(text);
  return number >= 1 && number <= 2_147_483_647 ? number : null;
}

/** A count or an offset: plain digits, else the default; never more than `most`. */
export function wholeNumber(text: string | undefined, fallback: number, most: number): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Math.min(Number(text), most) : fallback;
}

export function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true";
}
