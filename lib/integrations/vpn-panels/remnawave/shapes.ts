import { z } from "zod";

/** Remnawave 3, libs/contract. What is not named here is not read. */
export const credentialShape = z.object({ token: z.string().min(1) });

/** The squads whose inbounds an account gets; none takes the panel's first one. */
export const optionsShape = z.object({ squads: z.array(z.uuid()).default([]) });

/** 3 names users by a number, 2 by a uuid: whichever came is stored and sent back. */
const idShape = z.union([z.number().int(), z.string()]);

export const userShape = z
  .object({
    id: idShape.optional(),
    uuid: z.string().optional(),
    username: z.string(),
    status: z.enum(["ACTIVE", "DISABLED", "LIMITED", "EXPIRED"]),
    vlessUuid: z.string(),
    createdAt: z.string(),
    userTraffic: z.object({
      usedTrafficBytes: z.number().nonnegative(),
      lifetimeUsedTrafficBytes: z.number().nonnegative(),
    }),
  })
  .transform(({ id, uuid, ...user }) => ({ ...user, id: id === undefined ? null : String(id), uuid }));
export type RemnawaveUser = z.infer<typeof userShape>;

export const oneUserShape = z.object({ response: userShape });
export const userListShape = z.object({
  response: z.object({ users: z.array(userShape), total: z.number().int() }),
});

export const metadataShape = z.object({ response: z.object({ version: z.string() }) });

export const nodesShape = z.object({
  response: z.array(z.object({ isConnected: z.boolean(), isDisabled: z.boolean() })),
});

export const squadsShape = z.object({
  response: z.object({ internalSquads: z.array(z.object({ uuid: z.string() })) }),
});

export const dropShape = z.object({ response: z.looseObject({}) });

export const errorShape = z.object({ message: z.string(), errorCode: z.string().optional() });
