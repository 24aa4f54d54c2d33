import type { Problem } from "./schemas";

/** What a refusal says, as far as it could be read. */
export type ProblemBody = Partial<Problem> & Readonly<Record<string, unknown>>;

/** A refusal of the API: decide by `code`, show `requestId` when you ask about it. */
export class PatchbayError extends Error {
  readonly status: number;
  /** "insufficient_funds"; "unreachable" where no answer came. */
  readonly code: string;
  readonly requestId: string | null;
  /** The rest of the answer: `secondsLeft`, `errors` and the like. */
  readonly details: ProblemBody;

  constructor(status: number, body: ProblemBody) {
    const code = typeof body.code === "string" ? body.code : "unreadable_answer";
    super(typeof body.title === "string" ? body.title : code);
    this.name = "PatchbayError";
    this.status = status;
    this.code = code;
    this.requestId = typeof body.requestId === "string" ? body.requestId : null;
    this.details = body;
  }
}
