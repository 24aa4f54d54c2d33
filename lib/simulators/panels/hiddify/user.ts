import { z } from "zod";

export const GB = 1024 ** 3;
const DAY_MS = 86_400_000;
const NEVER = "0001-01-01 00:00:00";

/** UserSchema of the API: a name is needed to make one, a change needs nothing. */
const fields = {
  usage_limit_GB: z.number().optional(),
  package_days: z.number().int().optional(),
  mode: z.enum(["no_reset", "monthly", "weekly", "daily", "disable"]).optional(),
  start_date: z.iso.date().nullish(),
  current_usage_GB: z.number().optional(),
  comment: z.string().max(512).nullish(),
  telegram_id: z.number().int().nullish(),
  lang: z.enum(["en", "fa", "ru", "pt", "zh"]).nullish(),
  enable: z.boolean().optional(),
};
export const newUserInput = z.object({ uuid: z.uuid().optional(), name: z.string().max(512), ...fields });
export const changedUserInput = z.object({
  uuid: z.uuid().optional(),
  name: z.string().optional(),
  ...fields,
});
export type UserInput = z.infer<typeof changedUserInput>;

/** Stored as Hiddify does: days, and bytes of which it shows GB. */
export interface StoredUser {
  id: number;
  uuid: string;
  name: string;
  usageBytes: number;
  limitGb: number;
  packageDays: number;
  /** null begins with the first traffic. */
  startDate: string | null;
  mode: string;
  comment: string | null;
  telegramId: number | null;
  lang: string | null;
  enable: boolean;
  lastOnline: number | null;
}

export const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const dayNumber = (day: string) => Math.floor(Date.parse(day) / DAY_MS);
const stamp = (ms: number | null) =>
  ms === null ? NEVER : new Date(ms).toISOString().slice(0, 19).replace("T", " ");

function remainingDays(user: StoredUser, now: number): number {
  if (user.startDate === null) return user.packageDays;
  return user.packageDays - (dayNumber(dayOf(now)) - dayNumber(user.startDate));
}

/** models/user.py: the limit itself and the last day are still fine. */
export function isActive(user: StoredUser, now: number): boolean {
  return user.enable && user.usageBytes <= user.limitGb * GB && remainingDays(user, now) >= 0;
}

/** What a call sets: start_date is only heard together with package_days; what is left out keeps its value. */
export function apply(user: StoredUser, input: UserInput): void {
  if (input.name !== undefined) user.name = input.name;
  if (input.usage_limit_GB !== undefined) user.limitGb = input.usage_limit_GB;
  if (input.package_days !== undefined) {
    user.packageDays = input.package_days;
    if (input.start_date !== undefined) user.startDate = input.start_date;
  }
  if (input.current_usage_GB !== undefined) user.usageBytes = Math.round(input.current_usage_GB * GB);
  if (input.comment !== undefined) user.comment = input.comment;
  if (input.telegram_id !== undefined) user.telegramId = input.telegram_id;
  if (input.lang !== undefined) user.lang = input.lang;
  if (input.enable !== undefined) user.enable = input.enable;
  if (input.mode === "disable") user.enable = false;
  else if (input.mode !== undefined) user.mode = input.mode;
}

export function userAnswer(user: StoredUser, adminUuid: string, now: number) {
  return {
    id: user.id,
    uuid: user.uuid,
    name: user.name,
    usage_limit_GB: user.limitGb,
    package_days: user.packageDays,
    mode: user.mode,
    start_date: user.startDate,
    current_usage_GB: user.usageBytes / GB,
    last_online: stamp(user.lastOnline),
    last_reset_time: NEVER,
    comment: user.comment,
    added_by_uuid: adminUuid,
    telegram_id: user.telegramId,
    lang: user.lang,
    enable: user.enable,
    is_active: isActive(user, now),
    ed25519_private_key: "",
    ed25519_public_key: "",
    wg_pk: "",
    wg_pub: "",
    wg_psk: "",
  };
}
