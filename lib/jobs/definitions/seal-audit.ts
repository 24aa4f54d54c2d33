import { sealAudit } from "@/lib/domain/audit/commands";
import type { JobDefinition } from "../job";

export const sealAuditJob: JobDefinition = {
  name: "seal-audit",
  everyMs: 60_000,
  firstAfterMs: 25_000,
  run: (deps) => sealAudit(deps),
};
