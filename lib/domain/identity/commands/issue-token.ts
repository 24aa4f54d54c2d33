import { createHash } from "node:crypto";
import type { Tx } from "@/lib/db/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";

export type TokenKind = "EMAIL_VERIFICATION" | "EMAIL_CHANGE" | "PASSWORD_RESET";

const TTL_SECONDS: Record<TokenKind, number> = {
  EMAIL_VERIFICATION: 3 * 24 * 3600,
  EMAIL_CHANGE: 24 * 3600,
  PASSWORD_RESET: 3600,
};
const TOKEN_BYTES = 32;

function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}

/**
 * Makes a one-time link's token. Only its hash is stored with the person; the token itself travels encrypted in the
 * event that sends the mail. Returns that ciphertext (base64).
 */
export async function issueToken(
  tx: Tx,
  deps: Pick<KernelDeps, "ids" | "clock" | "cipher">,
  { kind, userId, email }: { kind: TokenKind; userId: string; email: string },
): Promise<string> {
  const token = deps.ids.token(TOKEN_BYTES);
  const expiresAt = new Date(deps.clock.securityNow().getTime() + TTL_SECONDS[kind] * 1000);
  await tx.identityToken.create({
    data: { id: deps.ids.uuid(), userId, kind, email, tokenHash: hashToken(token), expiresAt },
  });
  return Buffer.from(deps.cipher.encrypt(token)).toString("base64");
}

/** Spends a token, once. With it every other open one of the same kind of this person ends too. */
export async function consumeToken(
  tx: Tx,
  kind: TokenKind,
  token: string,
): Promise<{ userId: string; email: string } | null> {
  const rows = await tx.$queryRaw<{ user_id: string; email: string }[]>`
    UPDATE identity_tokens SET used_at = now()
    WHERE token_hash = ${hashToken(token)} AND kind = ${kind}::"IdentityTokenKind"
      AND used_at IS NULL AND expires_at > now()
    RETURNING user_id, email`;
  const spent = rows[0];
  if (!spent) return null;
  await tx.identityToken.deleteMany({ where: { userId: spent.user_id, kind, usedAt: null } });
  return { userId: spent.user_id, email: spent.email };
}

/** Whose token this is, also when it was used before: a link opened twice is no mistake. */
export async function findToken(
  tx: Tx,
  kind: TokenKind,
  token: string,
): Promise<{ userId: string; email: string | null } | null> {
  return tx.identityToken.findFirst({
    where: { kind, tokenHash: hashToken(token) },
    select: { userId: true, email: true },
  });
}
