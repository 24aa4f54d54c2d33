import type { PanelError, PanelErrorKind, PanelResult } from "@/lib/domain/vpn/types";

/** Thrown inside an adapter to leave a conversation of several calls at once; it never leaves the adapter. */
export interface PanelFault {
  panelError: PanelError;
}

const MAX_TEXT = 300;

export function panelFault(kind: PanelErrorKind, text: string, retryAfterSeconds?: number): PanelFault {
  const error: PanelError = { kind, text: text.slice(0, MAX_TEXT) };
  return { panelError: retryAfterSeconds === undefined ? error : { ...error, retryAfterSeconds } };
}

export function isPanelFault(error: unknown): error is PanelFault {
  return typeof error === "object" && error !== null && "panelError" in error;
}

const blotted = (text: string, secrets: readonly string[]) =>
  secrets.reduce((rest, secret) => (secret.length < 4 ? rest : rest.replaceAll(secret, "***")), text);

/**
 * Runs a conversation with a panel; a fault becomes its result, anything else is a mistake of ours and goes on. Secrets are
 * blotted out of what the panel said.
 */
export async function answering<T extends object>(
  secrets: readonly string[],
  talk: () => Promise<T>,
): Promise<PanelResult<T>> {
  try {
    return { ok: true, ...(await talk()) };
  } catch (error) {
    if (!isPanelFault(error)) throw error;
    const { panelError } = error;
    return { ok: false, error: { ...panelError, text: blotted(panelError.text, secrets) } };
  }
}
