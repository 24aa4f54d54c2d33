import { removeOldAnswers } from "@/lib/domain/api-keys/commands/idempotent-answers";
import type { JobDefinition } from "../job";

const HOUR_MS = 3_600_000;

/** Answers under an Idempotency-Key are kept for two days. */
export const removeIdempotentAnswersJob: JobDefinition = {
  name: "remove-idempotent-answers",
  everyMs: HOUR_MS,
  run: (deps) => removeOldAnswers(deps),
};
