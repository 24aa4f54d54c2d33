import { z } from "zod";

/** 3x-ui: an API token (3.1 and later), or the login of its pages (2.x and 3.0). */
export const credentialShape = z.union([
  z.object({ token: z.string().min(1) }),
  z.object({
    username: z.string().min(1),
    password: z.string().min(1),
    twoFactorCode: z.string().optional(),
  }),
]);

/** Everything is answered with 200; `success` says whether it was done. */
export const envelopeShape = z.object({
  success: z.boolean(),
  msg: z.string().default(""),
  obj: z.unknown(),
});

export const statusShape = z.object({
  panelVersion: z.string().optional(),
  xray: z.object({ state: z.string() }).optional(),
});

const bytes = z.number().nonnegative();
export const trafficShape = z.object({ email: z.string(), up: bytes, down: bytes }).nullable();

export const inboundListShape = z
  .array(
    z.object({
      id: z.number().int(),
      tag: z.string(),
      remark: z.string().default(""),
      protocol: z.string(),
      /** JSON within JSON; 3.1 leaves it out for those who may not see it. */
      settings: z.string().default("{}"),
      clientStats: z.array(trafficShape).nullish(),
    }),
  )
  .nullable();
export type ThreeXUiInbound = NonNullable<z.infer<typeof inboundListShape>>[number];

/** GET /clients/list of 3.1. */
export const clientListShape = z
  .array(
    z.object({
      email: z.string(),
      enable: z.boolean(),
      subId: z.string().default(""),
      traffic: z.object({ up: bytes, down: bytes }).nullish(),
    }),
  )
  .nullable();

/** The clients inside an inbound's settings (2.x). */
export const settingsShape = z.object({
  clients: z
    .array(
      z.object({
        email: z.string(),
        enable: z.boolean().default(true),
        id: z.string().default(""),
        password: z.string().default(""),
      }),
    )
    .nullish(),
});
