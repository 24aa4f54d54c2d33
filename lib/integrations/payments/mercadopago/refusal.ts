import { MercadoPagoError } from "mercadopago";
import type { GatewayRefusal, GatewayRefusalReason } from "@/lib/domain/payments/types";

const NEVER_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

export const mercadoPagoRefused = (
  reason: GatewayRefusalReason,
  detail: string,
  mayHaveHappened = false,
): GatewayRefusal => ({ ok: false, reason, detail: `mercadopago: ${detail}`, mayHaveHappened });

/** The code below the "fetch failed" that the SDK keeps in a field of its own. */
function connectionCode(error: object): string {
  const inner = (error as { __cause__?: { cause?: { code?: unknown }; name?: unknown } }).__cause__;
  const code = inner?.cause?.code ?? inner?.name;
  return typeof code === "string" ? code : "no answer";
}

/** The error of a call in our words, by its HTTP status. */
export function mercadoPagoRefusal(error: unknown): GatewayRefusal {
  if (!(error instanceof MercadoPagoError))
    return mercadoPagoRefused("gateway_unavailable", "the answer could not be read", true);
  const { status } = error;
  const text = `${status} ${error.error || error.message}`.slice(0, 200);
  switch (status) {
    case 0: {
      const code = connectionCode(error);
      return mercadoPagoRefused("gateway_unavailable", code, !NEVER_SENT.has(code));
    }
    case 401:
    case 403:
      return mercadoPagoRefused("gateway_misconfigured", text);
    case 404:
      return mercadoPagoRefused("gateway_not_found", text);
    case 409:
      return mercadoPagoRefused("gateway_key_reused", text, true);
    case 423:
      return mercadoPagoRefused("gateway_unavailable", text, true);
    case 429:
      return mercadoPagoRefused("gateway_unavailable", text);
    default:
      return status >= 500
        ? mercadoPagoRefused("gateway_unavailable", text, true)
        : mercadoPagoRefused("gateway_rejected", text);
  }
}
