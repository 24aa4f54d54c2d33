import { resumeClosings } from "@/lib/domain/numbers/commands/resume-closings";
import type { JobDefinition } from "../job";

/** Takes over what somebody began to close and did not finish. */
export const resumeClosingsJob: JobDefinition = {
  name: "resume-closings",
  everyMs: 1_000,
  run: resumeClosings,
};
