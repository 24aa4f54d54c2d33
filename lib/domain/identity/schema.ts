import { z } from "zod";

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

export const listUsersSchema = z.object({
  search: z.string().trim().max(254).catch("").default(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
export type ListUsersInput = z.infer<typeof listUsersSchema>;
