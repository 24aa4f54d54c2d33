import type { OrderView, ScreenState } from "@/lib/domain/numbers/types";

/** Groups the digits of a code by three, so that it can be read aloud: 482913 -> "482 913". Other codes stay as they are. */
export function groupCode(code: string): string {
  return /^\d{5,9}$/.test(code) ? code.replace(/\B(?=(\d{3})+(?!\d))/g, " ") : code;
}

/** The tone that goes with the state; always beside the word, never alone. */
export function screenTone(order: OrderView): "live" | "ok" | "neutral" | "warn" {
  if (order.screen === "code_received") return "ok";
  if (order.closing) return "warn";
  if (order.status === "ACTIVE" || order.status === "PENDING") return "live";
  return order.status === "COMPLETED" ? "ok" : "neutral";
}

const END_RULES = {
  connecting: "ruleConnecting",
  waiting: "rule",
  code_received: "ruleCode",
  waiting_another: "ruleAnother",
  canceling: "ruleClosing",
} as const satisfies Partial<Record<ScreenState, string>>;

/** What the end of the window will bring to a running order; null for one that has ended. */
export function endRule(screen: ScreenState) {
  return screen in END_RULES ? END_RULES[screen as keyof typeof END_RULES] : null;
}
