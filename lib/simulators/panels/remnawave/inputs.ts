import { z } from "zod";

/** libs/contract of Remnawave 3: create and update a user. */
const settings = {
  trafficLimitBytes: z.number().int().min(0).optional(),
  trafficLimitStrategy: z.enum(["NO_RESET", "DAY", "WEEK", "MONTH", "MONTH_ROLLING"]).optional(),
  hwidDeviceLimit: z.number().int().min(0).nullish(),
  telegramId: z.number().int().nullish(),
  description: z.string().nullish(),
  tag: z
    .string()
    .regex(/^[A-Z0-9_]{1,16}$/)
    .nullish(),
  activeInternalSquads: z.array(z.uuid()).optional(),
};

export const newUserInput = z.object({
  ...settings,
  username: z.string().regex(/^[A-Za-z0-9_-]{3,36}$/),
  expireAt: z.iso.datetime(),
  status: z.enum(["ACTIVE", "DISABLED", "LIMITED", "EXPIRED"]).optional(),
  vlessUuid: z.uuid().optional(),
  trojanPassword: z.string().min(8).max(32).optional(),
  ssPassword: z.string().min(8).max(32).optional(),
});

export const changedUserInput = z.object({
  ...settings,
  id: z.number().int().optional(),
  username: z.string().optional(),
  expireAt: z.iso.datetime().optional(),
  status: z.enum(["ACTIVE", "DISABLED"]).optional(),
});

export const dropInput = z.object({
  dropBy: z.object({ by: z.literal("userIds"), userIds: z.array(z.number().int()).min(1) }),
  targetNodes: z.object({ target: z.literal("allNodes") }),
});

export type NewUser = z.infer<typeof newUserInput>;
export type ChangedUser = z.infer<typeof changedUserInput>;
