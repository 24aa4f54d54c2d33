import { z } from "zod";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { Ids } from "@/lib/domain/kernel/ids";

/** Standard Webhooks asks for 24 to 64 bytes. */
const SECRET_BYTES = 32;

/** How long the secret before a rotation goes on signing, so that receivers can change over without a lost message. */
export const OVERLAP_HOURS = 24;

export function newWebhookSecret(ids: Ids): string {
  return `whsec_${Buffer.from(ids.token(SECRET_BYTES), "base64url").toString("base64")}`;
}

/** More than ever overlap by intent: each signs every message. */
export const MOST_OLDER_SECRETS = 8;

const olderShape = z.array(z.object({ ciphertext: z.base64(), until: z.iso.datetime() }));
type OlderSecret = z.output<typeof olderShape>[number];

interface StoredSecrets {
  secretCiphertext: Uint8Array;
  previousSecretCiphertext: Uint8Array | null;
  previousSecretUntil: Date | null;
  olderSecrets: unknown;
}

/** The secrets before the newest that may still sign, newest first: each was promised its time, whatever came after it. */
export function promisedSecrets({ clock }: Pick<KernelDeps, "clock">, stored: StoredSecrets): OlderSecret[] {
  const { previousSecretCiphertext: previous, previousSecretUntil: until } = stored;
  const newest =
    previous && until
      ? [{ ciphertext: Buffer.from(previous).toString("base64"), until: until.toISOString() }]
      : [];
  const now = clock.now().toISOString();
  return [...newest, ...olderShape.parse(stored.olderSecrets)].filter((one) => one.until > now);
}

/** What signs now, newest first. */
export function signingSecrets(deps: Pick<KernelDeps, "cipher" | "clock">, stored: StoredSecrets): string[] {
  const promised = promisedSecrets(deps, stored).map(({ ciphertext }) => Buffer.from(ciphertext, "base64"));
  return [stored.secretCiphertext, ...promised].map((bytes) => deps.cipher.decrypt(new Uint8Array(bytes)));
}
