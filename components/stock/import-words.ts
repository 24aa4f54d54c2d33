import type { ImportProblem } from "@/lib/domain/supply/types";

/** What the import says; the counts are put in where "#" stands. */
export interface ImportWords {
  file: string;
  fileHint: string;
  check: string;
  uploading: string;
  checking: string;
  importValid: string;
  importing: string;
  /** "#" of "#", "#" percent. */
  storing: string;
  failed: string;
  total: string;
  valid: string;
  links: string;
  added: string;
  nothingValid: string;
  report: string;
  examples: string;
  line: string;
  number: string;
  problem: string;
  problems: Record<ImportProblem, string>;
  changed: string;
  provider: string;
}
