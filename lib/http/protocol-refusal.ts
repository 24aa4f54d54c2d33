import type { RefusalCode } from "@/lib/i18n/refusal-words";

type DoorRefusal = RefusalCode | "not_found";

export interface ProtocolRefusal {
  status: 200 | 404 | 413 | 503;
  text: string;
}

const PLACE = /^\/(stubs|v1)(?=[/?#%]|$)/;

/** SMS-Activate answers 200 whatever is said, where its one file was asked for. */
function smsActivateRefusal(path: string, code: DoorRefusal): ProtocolRefusal {
  if (code === "unavailable") return { status: 200, text: "ERROR_SQL" };
  const isItsFile = /^\/stubs\/handler_api\.php(?:[?#]|$)/.test(path);
  return { status: isItsFile ? 200 : 404, text: "BAD_ACTION" };
}

function fiveSimRefusal(code: DoorRefusal): ProtocolRefusal {
  if (code === "unavailable") return { status: 503, text: "server offline" };
  if (code === "body_too_large") return { status: 413, text: "bad request" };
  return { status: 404, text: "404 page not found" };
}

/**
 * What a client of the SMS-Activate (/stubs) or 5sim (/v1) protocol is told before its door is reached: plain words of that
 * protocol, for it reads nothing else. Null at every other address.
 */
export function protocolRefusal(path: string, code: DoorRefusal): ProtocolRefusal | null {
  const place = PLACE.exec(path)?.[1];
  if (!place) return null;
  return place === "stubs" ? smsActivateRefusal(path, code) : fiveSimRefusal(code);
}
