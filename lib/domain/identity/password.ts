import type { RefusalCode } from "@/lib/domain/kernel/errors";

export const PASSWORD_MIN_BYTES = 8;
/** bcrypt reads no further: two longer passwords with the same start would be one. */
export const PASSWORD_MAX_BYTES = 72;

export type PasswordRefusal = Extract<
  RefusalCode,
  "password_too_short" | "password_too_long" | "password_too_common"
>;

/** Bytes, not characters: that is what the hash reads ("ç" is two, an emoji four). */
export function passwordBytes(password: string): number {
  return new TextEncoder().encode(password).length;
}

export function checkPasswordLength(password: string): PasswordRefusal | null {
  const bytes = passwordBytes(password);
  if (bytes < PASSWORD_MIN_BYTES) return "password_too_short";
  if (bytes > PASSWORD_MAX_BYTES) return "password_too_long";
  return null;
}

/** True when the password is the person's own name or address, which is what is tried first. */
export function isOwnName(password: string, names: (string | null)[]): boolean {
  const lower = password.toLowerCase();
  return names.some(
    (name) => name !== null && (lower === name.toLowerCase() || lower === name.split("@")[0]?.toLowerCase()),
  );
}
