"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import type { Deps } from "@/lib/deps";
import { refuse } from "@/lib/domain/kernel/result";
import { noteSteering, steerSimulator } from "@/lib/domain/operations/commands/steer-simulator";
import { steerSchema } from "@/lib/domain/operations/schema";
import { staffAction } from "./client";

const command = z.discriminatedUnion("verb", [
  z.object({
    verb: z.literal("behaviour"),
    behaviour: z.string().max(30),
    count: z.number().int().min(1).max(100).optional(),
  }),
  z.object({ verb: z.literal("refuse"), seconds: z.number().min(0).max(3_600) }),
  z.object({ verb: z.literal("deliver"), id: z.number().int() }),
  z.object({ verb: z.literal("reset") }),
  z.object({ verb: z.literal("die") }),
]);

/** What the simulated upstream is doing. */
export type SimulatorSnapshot = NonNullable<Awaited<ReturnType<Deps["simulators"]["send"]>>>;

/** Steers the simulated upstream; demo only. */
export const controlSimulatorAction = staffAction("ADMIN")
  .inputSchema(command)
  .action(async ({ parsedInput, ctx }) => {
    if (ctx.deps.mode !== "demo") return refuse("demo_only");
    const { verb, ...input } = parsedInput;
    const given = Object.entries(input).filter(
      (entry): entry is [string, string | number] => entry[1] !== undefined,
    );
    const state = await ctx.deps.simulators.send(verb, Object.fromEntries(given));
    if (!state) return refuse("unavailable");
    await noteSteering(ctx.deps, ctx.actor, { simulator: "sms", verb, body: Object.fromEntries(given) });
    return { ok: true as const, state };
  });

/** Steers a simulated gateway, chain, exchange or VPN panel; demo only. */
export const steerSimulatorAction = staffAction("ADMIN")
  .inputSchema(steerSchema)
  .action(async ({ parsedInput, ctx }) => {
    const answer = await steerSimulator(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });
