import type { SampleRequest, SnippetLanguage } from "@/lib/format/request-snippets";

/** A line of a table of parameters or fields. */
export interface FieldRow {
  name: string;
  type: string;
  isRequired: boolean;
  /** English. */
  description: string;
}

/** One operation as it is shown. Its own words are English. */
export interface ShownOperation {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  scope: string | null;
  worksInSandbox: boolean;
  movesMoney: boolean;
  parameters: FieldRow[];
  body: FieldRow[];
  codes: string[];
  request: SampleRequest;
  sample: { path: string; body: Record<string, unknown> | null };
  /** JSON. */
  answer: string;
  status: number;
}

export interface OperationGroup {
  tag: string;
  operations: ShownOperation[];
}

/** Names of languages are the same in every language. */
export const LANGUAGE_LABELS: Record<SnippetLanguage, string> = {
  curl: "curl",
  javascript: "JavaScript",
  python: "Python",
  php: "PHP",
  go: "Go",
};
