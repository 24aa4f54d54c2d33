import "server-only";
import { notFound } from "next/navigation";
import { getDeps } from "@/lib/deps";
import { requireStaff } from "./session";

/** The simulated upstream's state; there is no such page outside the demo. */
export async function loadSimulator() {
  const { actor } = await requireStaff("SUPPORT");
  const { simulators, mode } = getDeps();
  if (mode !== "demo") notFound();
  return { state: await simulators.send("state"), mayChange: actor.role === "ADMIN" };
}
