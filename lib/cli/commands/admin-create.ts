import type { Deps } from "@/lib/deps";
import { createAdmin } from "@/lib/domain/identity/commands/create-admin";
import { findUser } from "@/lib/domain/identity/queries";
import { type CommandOutcome, refused } from "../output";

const WORDS = {
  email_taken: "Somebody has this e-mail address already.",
  username_taken: "Somebody has this username already.",
  password_too_short: "The password needs at least 8 characters.",
  password_too_long: "The password is longer than 72 bytes, which is all that is read of it.",
  password_too_common: "This password is among the most common ones.",
  invalid_input: "The e-mail address or the username is not well formed.",
} as const;

export async function createAdminCommand(
  deps: Deps,
  _args: string[],
  options: Record<string, string | boolean | undefined>,
): Promise<CommandOutcome> {
  const email = String(options.email);
  const made = typeof options.password === "string" ? null : deps.ids.token(18);
  const username =
    typeof options.username === "string"
      ? options.username
      : (email.split("@")[0] ?? "").toLowerCase().replace(/[^a-z0-9_-]/g, "-");
  const password = made ?? String(options.password);
  const created = await createAdmin(deps, { email, username, password });
  if (!created.ok) {
    // The name comes from the address by itself: then it is the address that is known already.
    const isKnown = created.reason === "username_taken" && (await findUser(deps, email)) !== null;
    throw refused(isKnown ? "email_taken" : created.reason, WORDS);
  }
  return {
    lines: [
      `Administrator ${username} <${email}> can sign in.`,
      ...(made ? ["The password is shown only now:", made] : []),
    ],
    json: { userId: created.userId, email, username, ...(made ? { password: made } : {}) },
  };
}
