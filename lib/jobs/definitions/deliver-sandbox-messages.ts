import { deliverSandboxMessages } from "@/lib/domain/numbers/commands/deliver-sandbox-messages";
import type { JobDefinition } from "../job";

/** The scripted SMS of sandbox orders, within half a second of their time. */
export const deliverSandboxMessagesJob: JobDefinition = {
  name: "deliver-sandbox-messages",
  everyMs: 500,
  run: deliverSandboxMessages,
};
