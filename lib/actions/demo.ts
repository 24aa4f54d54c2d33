"use server";

import { z } from "zod";
import { moveClock } from "@/lib/domain/kernel/business-time";
import { staffAction } from "./client";

const STEPS = { "1m": 60, "21m": 1_260, "1h": 3_600, "1d": 86_400 } as const;

/** Moves business time on; the domain refuses it outside the demo. */
export const moveClockAction = staffAction("ADMIN")
  .inputSchema(z.object({ step: z.enum(["1m", "21m", "1h", "1d"]) }))
  .action(({ parsedInput, ctx }) => moveClock(ctx.deps, STEPS[parsedInput.step]));
