import { z } from "zod";

/** app/models/{proxy,user}.py of 0.8.4. */
const proxies = z
  .object({
    vless: z.object({ id: z.uuid().optional(), flow: z.enum(["", "xtls-rprx-vision"]).default("") }),
    vmess: z.object({ id: z.uuid().optional() }),
    trojan: z.object({ password: z.string().optional(), flow: z.string().default("") }),
    shadowsocks: z.object({
      password: z.string().optional(),
      method: z
        .enum(["aes-128-gcm", "aes-256-gcm", "chacha20-ietf-poly1305"])
        .default("chacha20-ietf-poly1305"),
    }),
  })
  .partial();

const changeable = {
  proxies,
  expire: z.number().int().min(0).nullish(),
  data_limit: z.number().min(0, "data_limit must be an integer or a float, not a string").nullish(),
  data_limit_reset_strategy: z.enum(["no_reset", "day", "week", "month", "year"]).optional(),
  inbounds: z.record(z.string(), z.array(z.string())).optional(),
  note: z.string().max(500, "User's note can be a maximum of 500 character").nullish(),
  on_hold_expire_duration: z.number().int().nullish(),
};

export const newUserInput = z.object({
  ...changeable,
  username: z
    .string()
    .regex(
      /^(?=.{3,32}$)[a-zA-Z0-9_@.-]+$/,
      "Username only can be 3 to 32 characters and contain a-z, 0-9, and underscores in between.",
    ),
  status: z.enum(["active", "on_hold"]).optional(),
});

export const changedUserInput = z.object({
  ...changeable,
  proxies: proxies.optional(),
  status: z.enum(["active", "disabled", "on_hold"]).nullish(),
});

export type NewUser = z.infer<typeof newUserInput>;
export type ChangedUser = z.infer<typeof changedUserInput>;
