import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import {
  type GatewayEvent,
  type GatewayEventKind,
  WEBHOOK_TOLERANCE_SECONDS,
  type WebhookRequest,
  type WebhookVerdict,
} from "@/lib/domain/payments/types";
import type { MercadoPagoOptions } from "./sdk";

const text = z.union([z.string().min(1).max(100), z.number().int()]).transform(String);

const notification = z.object({
  id: text,
  type: z.string().max(100),
  action: z.string().max(100).nullish(),
  date_created: z.string().nullish(),
  data: z.object({ id: text }),
});

/** Above this a time is in milliseconds: seconds get there in the year 5138. */
const MILLISECONDS_FROM = 1e11;

const digest = (value: string) => createHash("sha256").update(value).digest();
const isSame = (left: string, right: string) => timingSafeEqual(digest(left), digest(right));

/** "id:…;request-id:…;ts:…;": what is missing leaves no trace (SDK, buildManifest). */
function manifest(id: string | undefined, requestId: string | undefined, ts: string): string {
  return `${id ? `id:${id};` : ""}${requestId ? `request-id:${requestId};` : ""}ts:${ts};`;
}

/** Their documents lower-case an alphanumeric id, their SDKs stopped doing so: both count. */
function isSigned(
  secrets: readonly string[],
  { headers, query }: WebhookRequest,
  ts: string,
  v1: string,
): boolean {
  const id = query["data.id"];
  const ids = new Set([id, id?.toLowerCase()]);
  return secrets
    .filter((secret) => secret !== "")
    .some((secret) =>
      [...ids].some((candidate) => {
        const signed = manifest(candidate, headers["x-request-id"], ts);
        return isSame(v1.toLowerCase(), createHmac("sha256", secret).update(signed).digest("hex"));
      }),
    );
}

function parts(header: string): Map<string, string> {
  return new Map(
    header.split(",").map((part) => {
      const at = part.indexOf("=");
      return [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    }),
  );
}

type Refused = Extract<WebhookVerdict, { ok: false }>;
const refused = (reason: Refused["reason"], detail: string): Refused => ({ ok: false, reason, detail });

/** The refusal of the signature, or null when it is good and fresh in both directions. */
function checkSignature(secrets: readonly string[], request: WebhookRequest): Refused | null {
  const header = request.headers["x-signature"];
  if (!header) return refused("signature_missing", "no x-signature header");
  const given = parts(header);
  const ts = given.get("ts") ?? "";
  const v1 = given.get("v1") ?? "";
  if (!/^\d{1,16}$/.test(ts) || !isSigned(secrets, request, ts, v1))
    return refused("signature_wrong", "no signature of ours in the header");
  const number = Number(ts);
  const signedAt = number > MILLISECONDS_FROM ? number / 1_000 : number;
  const age = Math.floor(request.now.getTime() / 1_000 - signedAt);
  if (age > WEBHOOK_TOLERANCE_SECONDS) return refused("stale", `${age} s old`);
  return -age > WEBHOOK_TOLERANCE_SECONDS ? refused("from_future", `${-age} s ahead`) : null;
}

function kindOf(type: string): GatewayEventKind {
  if (type === "payment") return "payment";
  return /chargeback/.test(type) ? "dispute" : "other";
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** x-signature covers the id in the query, the request id and the time; never the body, which is only a hint. */
export function verifyMercadoPagoWebhook(
  { webhookSecrets, signature }: Pick<MercadoPagoOptions, "webhookSecrets" | "signature">,
  request: WebhookRequest,
): WebhookVerdict {
  const refusal = checkSignature(webhookSecrets, request);
  const isTolerated =
    signature === "observe" &&
    (refusal?.reason === "signature_missing" || refusal?.reason === "signature_wrong");
  if (refusal && !isTolerated) return refusal;
  const parsed = notification.safeParse(parseJson(request.rawBody));
  if (!parsed.success) return refused("body_unreadable", "the body is no notification");
  const { id, type, action, date_created: created, data } = parsed.data;
  const objectId = request.query["data.id"] ?? data.id;
  const occurredAt = new Date(created ?? request.now);
  const event: GatewayEvent = {
    eventId: id,
    kind: kindOf(type),
    type: action ?? type,
    objectId: kindOf(type) === "dispute" ? `${CHARGEBACK}${objectId}` : objectId,
    reference: null,
    occurredAt: Number.isNaN(occurredAt.getTime()) ? request.now : occurredAt,
    isUnsigned: refusal !== null,
  };
  return { ok: true, event };
}

/** Chargebacks and payments are numbered apart; this tells their ids apart. */
export const CHARGEBACK = "chargeback:";
