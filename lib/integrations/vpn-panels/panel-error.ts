import type { PanelError, PanelErrorKind } from "@/lib/domain/vpn/types";

const MAX_TEXT = 300;

/** A short text without control characters or the given secrets. */
export function panelError(kind: PanelErrorKind, said: string, secrets: readonly string[] = []): PanelError {
  let text = said;
  for (const secret of secrets) if (secret.length > 3) text = text.replaceAll(secret, "…");
  const plain = text.replace(/[\p{C}\s]+/gu, " ").trim();
  return { kind, text: plain.slice(0, MAX_TEXT) || kind };
}
