import "server-only";
import { getDeps } from "@/lib/deps";
import { readSandbox } from "@/lib/domain/billing/queries/sandbox";

/** Whether the configured ways of paying are played by simulators: all of them, some, or none. */
export function paymentSandbox(): "all" | "some" | "none" {
  return readSandbox(getDeps());
}
