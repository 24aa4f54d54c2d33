import { createHmac, randomUUID } from "node:crypto";
import type { Spoilt } from "../gateway/notifier";

/** How notifications are signed: both units are seen in the wild, and both cases of an id. */
export interface SignatureStyle {
  unit: "s" | "ms";
  lowerCase: boolean;
  /** QR code notifications come without one. */
  isMissing: boolean;
}

interface Signing {
  url: string;
  secret: string;
  dataId: string;
  type: string;
  nowMs: number;
  style: SignatureStyle;
  spoilt: Spoilt;
}

/** The address with the id in its query, and x-signature over "id:…;request-id:…;ts:…;" (SDK, buildManifest). */
export function signNotification({ url, secret, dataId, type, nowMs, style, spoilt }: Signing) {
  const address = new URL(url);
  address.searchParams.set("data.id", dataId);
  address.searchParams.set("type", type);
  const requestId = randomUUID();
  const signedAt = nowMs + spoilt.skewSeconds * 1_000;
  const ts = style.unit === "ms" ? String(signedAt) : String(Math.floor(signedAt / 1_000));
  const id = style.lowerCase ? dataId.toLowerCase() : dataId;
  const key = spoilt.wrongSecret ? "somebody-elses-secret" : secret;
  const v1 = createHmac("sha256", key).update(`id:${id};request-id:${requestId};ts:${ts};`).digest("hex");
  const headers: Record<string, string> = { "x-request-id": requestId };
  if (!style.isMissing) headers["x-signature"] = `ts=${ts},v1=${v1}`;
  return { url: address.toString(), headers };
}
