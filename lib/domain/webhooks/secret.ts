import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { Ids } from "@/lib/domain/kernel/ids";

/** Standard Webhooks asks for 24 to 64 bytes. */
const SECRET_BYTES = 32;

/** How long the secret before a rotation goes on signing, so that receivers can change over without a lost message. */
export const OVERLAP_HOURS = 24;

export function newWebhookSecret(ids: Ids): string {
  return `whsec_${Buffer.from(ids.token(SECRET_BYTES), "base64url").toString("base64")}`;
}

interface StoredSecrets {
  secretCiphertext: Uint8Array;
  previousSecretCiphertext: Uint8Array | null;
  previousSecretUntil: Date | null;
}

/** What signs now, newest first. */
export function signingSecrets(
  { cipher, clock }: Pick<KernelDeps, "cipher" | "clock">,
  stored: StoredSecrets,
): string[] {
  const { previousSecretCiphertext: previous, previousSecretUntil: until } = stored;
  const isOverlapping = previous !== null && until !== null && until > clock.now();
  return [stored.secretCiphertext, ...(isOverlapping ? [previous] : [])].map((bytes) =>
    cipher.decrypt(bytes),
  );
}
