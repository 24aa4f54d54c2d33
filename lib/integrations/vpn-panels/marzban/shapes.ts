import { z } from "zod";

/** Marzban 0.8.4: app/models/{admin,system,core,user}.py. What is not named here is not read. */
export const credentialShape = z.object({ username: z.string().min(1), password: z.string().min(1) });

export const tokenShape = z.object({ access_token: z.string().min(1) });

export const systemShape = z.object({ version: z.string() });

export const coreShape = z.object({ started: z.boolean() });

/** "detail" is a sentence, or a sentence per field (422). */
export const detailShape = z.object({ detail: z.union([z.string(), z.record(z.string(), z.unknown())]) });

const bytes = z.number().nonnegative();

export const userShape = z.object({
  username: z.string(),
  status: z.enum(["active", "disabled", "limited", "expired", "on_hold"]),
  used_traffic: bytes,
  lifetime_used_traffic: bytes,
  created_at: z.string(),
});
export type MarzbanUser = z.infer<typeof userShape>;

export const userListShape = z.object({ users: z.array(userShape), total: z.number().int() });
