import type { z } from "zod";
import type { PanelAnswer } from "../panel-http/panel-client";
import { panelFault } from "../panel-http/panel-fault";
import { expectBody, statusFault } from "../panel-http/read-answer";
import { envelopeShape } from "./shapes";

/** With it an unauthenticated call is told 401; without it 404, as if there were no such thing. */
export const AJAX = { "X-Requested-With": "XMLHttpRequest" };

export interface Envelope {
  success: boolean;
  msg: string;
  obj?: unknown;
}

/** What was said, done or not. A status that is not 200 is a fault. */
export function envelopeOf(answer: PanelAnswer): Envelope {
  // A session that has ended is sent to the page of the login.
  if (answer.status >= 300 && answer.status < 400) throw panelFault("auth", "it wants a login");
  if (answer.status !== 200) throw statusFault(answer);
  return expectBody(answer, envelopeShape);
}

/** A refusal inside an answer of 200. What only lasts a while is asked again soon. */
export function refusalOf({ msg }: Envelope) {
  const isPassing = /locked|timed? ?out|busy|try again/i.test(msg);
  return panelFault(isPassing ? "unreachable" : "validation", msg || "it refused without a word");
}

export const isMissing = ({ success, msg }: Envelope) =>
  !success && /not found|no rows|doesn'?t exist/i.test(msg);
export const isTaken = ({ success, msg }: Envelope) => !success && /duplicate|exists|in use/i.test(msg);

/** The object of an answer that says that it was done. */
export function objectOf<T extends z.ZodType>(envelope: Envelope, shape: T): z.output<T> {
  if (!envelope.success) throw refusalOf(envelope);
  const read = shape.safeParse(envelope.obj ?? null);
  if (!read.success) throw panelFault("protocol", "its object has another shape");
  return read.data;
}
