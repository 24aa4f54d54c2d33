import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { WalletLineStatus, WalletLineType } from "@/lib/domain/wallet/types";

interface LineState {
  type: WalletLineType;
  status: WalletLineStatus;
  /** Money was set aside first. */
  isHold: boolean;
}

const PLAIN = { PENDING: "waiting", COMPLETED: "completed", FAILED: "failed" } as const;
const HOLD = { PENDING: "held", COMPLETED: "completed", FAILED: "released" } as const;
const WITHDRAWAL = { PENDING: "approval", COMPLETED: "paidOut", FAILED: "refused" } as const;

/** The word of a line's state: a hold is released where a payment fails, a withdrawal is approved or refused. */
export function lineStatusKey({ type, status, isHold }: LineState) {
  if (type === "WITHDRAWAL") return WITHDRAWAL[status];
  return isHold ? HOLD[status] : PLAIN[status];
}

const TONES: Record<ReturnType<typeof lineStatusKey>, Tone> = {
  waiting: "info",
  completed: "ok",
  failed: "bad",
  held: "live",
  released: "neutral",
  approval: "info",
  paidOut: "ok",
  refused: "neutral",
};

/** A line's state in words. */
export function LineStatus(line: LineState) {
  const t = useTranslations("wallet.lineStatus");
  const key = lineStatusKey(line);
  return <Badge tone={TONES[key]}>{t(key)}</Badge>;
}
