import { z } from "zod";
import { parseTyped } from "@/lib/domain/kernel/typed-amount";
import { isTimeZone } from "./preferences";

export const LOCALES = ["en", "fa", "pt-BR"] as const;
export type UserLocale = (typeof LOCALES)[number];

export const USERNAME_MIN = 3;
export const USERNAME_MAX = 30;

/** Lower case Latin letters, digits and single separators inside. Compared and stored in lower case. */
export const usernameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(USERNAME_MIN)
  .max(USERNAME_MAX)
  .regex(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/);

export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** Only a bound against abuse: the real rule is in password.ts, with a refusal that explains it. */
const passwordSchema = z.string().min(1).max(1_000);
const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{20,100}$/);

export const localeSchema = z.enum(LOCALES);

export const signUpSchema = z.object({
  username: usernameSchema,
  email: emailSchema,
  password: passwordSchema,
  locale: localeSchema,
});
export type SignUpInput = z.infer<typeof signUpSchema>;

export const signInSchema = z.object({
  identifier: z.string().trim().toLowerCase().min(1).max(254),
  password: passwordSchema,
});
export type SignInInput = z.infer<typeof signInSchema>;

export const requestPasswordResetSchema = z.object({ email: emailSchema });
export const resetPasswordSchema = z.object({ token: tokenSchema, password: passwordSchema });
export const verifyEmailSchema = z.object({ token: tokenSchema });
export const changePasswordSchema = z.object({
  currentPassword: passwordSchema,
  newPassword: passwordSchema,
});
export const changeEmailSchema = z.object({ email: emailSchema, currentPassword: passwordSchema });
export type ChangeEmailInput = z.infer<typeof changeEmailSchema>;

/** E.164, or nothing. */
export const phoneSchema = z
  .string()
  .regex(/^\+[1-9][0-9]{6,14}$/)
  .nullable();
export interface UpdatePhoneInput {
  phone: z.infer<typeof phoneSchema>;
}

export const revokeSessionSchema = z.object({ sessionId: z.uuid() });

export const updateProfileSchema = z.object({
  displayName: z
    .string()
    .trim()
    .max(60)
    .transform((name) => name || null),
  locale: localeSchema,
});
export type UpdateProfileInput = z.infer<typeof updateProfileSchema>;

export const suspendUserSchema = z.object({ userId: z.uuid(), reason: z.string().trim().min(3).max(500) });

const reason = z.string().trim().min(3).max(500);
const role = z.enum(["CUSTOMER", "SUPPORT", "ADMIN"]);
const level = z.coerce.number().int().min(0).max(3);

export const setRoleSchema = z.object({ userId: z.uuid(), from: role, role, reason });
export const setLevelSchema = z.object({ userId: z.uuid(), from: level, level, reason });
export const endSessionsSchema = z.object({ userId: z.uuid(), sessionId: z.uuid().optional(), reason });
export const resendVerificationSchema = z.object({ userId: z.uuid(), reason });

export const CALENDARS = ["AUTO", "GREGORIAN", "PERSIAN"] as const;
export const DIGITS = ["AUTO", "LATIN", "PERSIAN"] as const;
export const THEME_PREFERENCES = ["SYSTEM", "LIGHT", "DARK"] as const;
/** What amounts are shown in beside USD. */
export const DISPLAY_CURRENCIES = ["USD", "BRL", "TOMAN"] as const;
export const DENSITIES = ["COMFORTABLE", "COMPACT"] as const;

/** A box of a form: sent as "on", or not at all. */
const box = z.preprocess((value) => value === "on" || value === true, z.boolean());

const threshold = z
  .string()
  .trim()
  .max(20)
  .transform((text, context) => {
    if (text === "") return null;
    const micros = parseTyped(text);
    if (micros === null || micros < 0n) {
      context.addIssue({ code: "custom", message: "amount_invalid" });
      return z.NEVER;
    }
    return micros;
  });

export const updatePreferencesSchema = z.object({
  calendar: z.enum(CALENDARS),
  digits: z.enum(DIGITS),
  timeZone: z
    .string()
    .max(60)
    .refine((name) => name === "" || isTimeZone(name))
    .transform((name) => name || null),
  displayCurrency: z.enum(DISPLAY_CURRENCIES).default("USD"),
  theme: z.enum(THEME_PREFERENCES),
  density: z.enum(DENSITIES),
  isSoundOn: box,
  isTitleOn: box,
  isAutoCopyOn: box,
  areShortcutsOn: box,
  confirmAboveMicros: threshold,
  areMoneyMailsOn: box,
  lowBalanceMicros: threshold,
});
