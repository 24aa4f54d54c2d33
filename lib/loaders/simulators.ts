import "server-only";
import { notFound } from "next/navigation";
import { getDeps } from "@/lib/deps";
import { controlSimulator } from "@/lib/integrations/simulators/control-client";
import { requireStaff } from "./session";

/** The simulated upstream's state; there is no such page outside the demo. */
export async function loadSimulator() {
  const { actor } = await requireStaff("SUPPORT");
  const { env, mode } = getDeps();
  if (mode !== "demo") notFound();
  return { state: await controlSimulator(env, "state"), mayChange: actor.role === "ADMIN" };
}
