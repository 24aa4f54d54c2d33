import { z } from "zod";

/** How a simulated panel treats calls. Everything but "answer" is trouble on purpose. */
export const PANEL_BEHAVIOURS = [
  "answer",
  /** HTTP 500 and nothing done. */
  "error",
  /** HTTP 200 with an error in it. */
  "error-inside",
  /** HTTP 200 with a page of a web server. */
  "garbage",
  /** Nothing done, and never an answer. */
  "timeout",
  /** Done, but nobody hears of it. */
  "lost-answer",
  /** The connection is dropped. */
  "dead",
  /** The key or the password is not the right one (any more). */
  "wrong-key",
  /** HTTP 429 with Retry-After. */
  "throttle",
  /** The answer takes a second. */
  "slow",
] as const;
export type PanelBehaviour = (typeof PANEL_BEHAVIOURS)[number];

export const RETRY_AFTER_SECONDS = 7;

/** POST behaviour: for good, or for the next `count` calls. */
export const panelBehaviourInput = z.object({
  behaviour: z.enum(PANEL_BEHAVIOURS),
  count: z.number().int().min(1).max(10_000).optional(),
});

/** The trouble that one simulated panel is told to make. */
export class PanelFaults {
  behaviour: PanelBehaviour = "answer";
  private readonly next: PanelBehaviour[] = [];

  set(behaviour: PanelBehaviour, count?: number): void {
    if (count === undefined) {
      this.behaviour = behaviour;
      this.next.length = 0;
    } else {
      this.next.push(...Array.from({ length: count }, () => behaviour));
    }
  }

  /** For one call; those that were ordered come first. */
  take(): PanelBehaviour {
    return this.next.shift() ?? this.behaviour;
  }

  /** Whether the next connection is dropped; a drop that was ordered is used up by it. */
  takeDrop(): boolean {
    if (this.peek() !== "dead") return false;
    this.take();
    return true;
  }

  pending(): number {
    return this.next.length;
  }

  reset(): void {
    this.behaviour = "answer";
    this.next.length = 0;
  }

  private peek(): PanelBehaviour {
    return this.next[0] ?? this.behaviour;
  }
}
