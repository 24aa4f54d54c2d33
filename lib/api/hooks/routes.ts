import { Hono } from "hono";
import type { Deps } from "@/lib/deps";
import type { ApiEnv } from "../context";
import { genericSmsHook } from "./generic-sms";
import { paymentHook } from "./payments";
import { twilioSmsHook } from "./twilio-sms";

/** Where the outside world pushes messages in. Each door checks its own signature on the raw body. */
export function hookRoutes(deps: Deps) {
  return new Hono<ApiEnv>()
    .post("/sms/generic", genericSmsHook(deps))
    .post("/sms/twilio", twilioSmsHook(deps))
    .post("/payments/stripe", paymentHook(deps, "stripe"))
    .post("/payments/mercadopago", paymentHook(deps, "mercadopago"));
}
