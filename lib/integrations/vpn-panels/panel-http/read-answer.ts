import type { z } from "zod";
import type { PanelAnswer } from "./panel-client";
import { type PanelFault, panelFault } from "./panel-fault";

const EXCERPT = 160;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Some of a body in one line, for a person who has to see what came. */
const excerptOf = (text: string) => text.replace(/\s+/g, " ").trim().slice(0, EXCERPT) || "an empty answer";

/** Seconds of Retry-After; dates and nonsense count as none. */
function retryAfterOf({ headers }: PanelAnswer): number | undefined {
  const header = headers.get("retry-after") ?? "";
  return /^\d{1,5}$/.test(header) ? Number(header) : undefined;
}

/** The fault that an HTTP status means where a panel has no word of its own for it. */
export function statusFault(answer: PanelAnswer, said?: string): PanelFault {
  const { status } = answer;
  const text = `HTTP ${status}: ${said ?? excerptOf(answer.text)}`;
  if (status === 401 || status === 403) return panelFault("auth", text);
  if (status === 404) return panelFault("not_found", text);
  if (status === 429) return panelFault("throttled", text, retryAfterOf(answer));
  if (status >= 500) return panelFault("unreachable", text);
  if (status >= 400) return panelFault("validation", text);
  return panelFault("protocol", text);
}

/** The body in its shape, whatever the status was; null where it is another. */
export function bodyAs<T extends z.ZodType>({ text }: PanelAnswer, shape: T): z.output<T> | null {
  const read = shape.safeParse(parsed(text));
  return read.success ? read.data : null;
}

/** The body in its shape. A body that nobody expects is a fault "protocol" with some of it. */
export function expectBody<T extends z.ZodType>(answer: PanelAnswer, shape: T): z.output<T> {
  const read = bodyAs(answer, shape);
  if (read === null) throw panelFault("protocol", `HTTP ${answer.status}: ${excerptOf(answer.text)}`);
  return read;
}
