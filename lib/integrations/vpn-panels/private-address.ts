import { panelError } from "./panel-error";

const PRIVATE_HOST =
  /^(?:localhost|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.\d+\.\d+|\[::1\]|\[f[cd][0-9a-f:]+\])$/i;

const NOT_PRIVATE =
  "The address has to be https, or http on this machine or in a private network (a tunnel).";

/** An own node's address. What is not encrypted stays on this machine or in a private network: else null. */
export function nodeAddress(url: string): URL | null {
  const parsed = URL.parse(url);
  if (!parsed) return null;
  if (parsed.protocol === "https:") return parsed;
  return parsed.protocol === "http:" && PRIVATE_HOST.test(parsed.hostname) ? parsed : null;
}

/** The refusal of such an address, by the name of the field it was typed in. */
export const notPrivate = (field: "url" | "agentUrl") => ({
  ok: false as const,
  error: { ...panelError("validation", NOT_PRIVATE), fields: [field] },
});
