import { z } from "zod";

/** Hiddify Manager 10, API v2: panel/commercial/restapi/v2/admin. What is not named here is not read. */
export const credentialShape = z.object({ apiKey: z.uuid() });

export const infoShape = z.object({ version: z.string() });

export const messageShape = z.object({ message: z.string() });

/** PATCH answers the user, older ones only that it was done. */
export const doneShape = z.looseObject({});

export const userShape = z.object({
  uuid: z.string(),
  name: z.string(),
  enable: z.boolean(),
  is_active: z.boolean().optional(),
  current_usage_GB: z.number(),
  usage_limit_GB: z.number(),
  package_days: z.number().int(),
  start_date: z.string().nullish(),
  comment: z.string().nullish(),
});
export type HiddifyUser = z.infer<typeof userShape>;

export const userListShape = z.array(userShape);
