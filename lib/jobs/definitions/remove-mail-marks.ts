import { removeOldMailMarks } from "@/lib/domain/notifications/commands/remove-old-mail-marks";
import type { JobDefinition } from "../job";

const HOUR_MS = 3_600_000;

/** Which mails have left is remembered for 90 days. */
export const removeMailMarksJob: JobDefinition = {
  name: "remove-mail-marks",
  everyMs: HOUR_MS,
  run: (deps) => removeOldMailMarks(deps),
};
