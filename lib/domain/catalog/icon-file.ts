import { crc32 } from "node:zlib";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { cleanSvg } from "./clean-svg";
import { MAX_ICON_BYTES } from "./types";

const MAX_SIDE = 1_024;
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const [IHDR, IDAT, IEND] = [0x49484452, 0x49444154, 0x49454e44];
/** Length, "IHDR", width and height follow the signature. */
const PNG_HEAD_BYTES = 24;

function pngSides(bytes: Uint8Array): { width: number; height: number } | null {
  if (bytes.length < PNG_HEAD_BYTES || PNG_SIGNATURE.some((byte, index) => bytes[index] !== byte))
    return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(12) !== IHDR) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Length, type and checksum stand around the data of each chunk. */
const CHUNK_FRAME_BYTES = 12;

/**
 * Whether the picture is all there: its chunks follow each other, each with its checksum right, with data among them, up
 * to the one that ends it.
 */
function isWholePng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hasData = false;
  for (let at = PNG_SIGNATURE.length; at + CHUNK_FRAME_BYTES <= bytes.length; ) {
    const type = view.getUint32(at + 4);
    const next = at + CHUNK_FRAME_BYTES + view.getUint32(at);
    if (next > bytes.length) return false;
    if (crc32(bytes.subarray(at + 4, next - 4)) !== view.getUint32(next - 4)) return false;
    if (type === IEND) return hasData;
    hasData ||= type === IDAT;
    at = next;
  }
  return false;
}

function dataUrl(type: string, bytes: Uint8Array): string {
  return `data:${type};base64,${Buffer.from(bytes).toString("base64")}`;
}

/**
 * Takes an icon as it was sent, by what it is and not by what it is called: a PNG by its signature, an SVG drawn anew
 * from what is harmless. Refusals: icon_too_large, icon_unsafe (what was found), icon_unreadable.
 */
export function readIconFile(bytes: Uint8Array): Result<{ icon: string }> {
  if (bytes.length > MAX_ICON_BYTES) return refuse("icon_too_large");
  const sides = pngSides(bytes);
  if (sides) {
    const fits = [sides.width, sides.height].every((side) => side >= 1 && side <= MAX_SIDE);
    if (!isWholePng(bytes)) return refuse("icon_unreadable");
    return fits ? ok({ icon: dataUrl("image/png", bytes) }) : refuse("icon_too_large");
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse("icon_unreadable");
  }
  const cleaned = cleanSvg(text);
  if (!cleaned.ok) return cleaned;
  return ok({ icon: dataUrl("image/svg+xml", new TextEncoder().encode(cleaned.svg)) });
}

const DATA_URL = /^data:(image\/(?:png|svg\+xml));base64,([A-Za-z0-9+/=]+)$/;

/** What readIconFile kept, to be sent out; null for anything else. */
export function iconContent(icon: string | null): { type: string; bytes: Uint8Array } | null {
  const [, type, encoded] = DATA_URL.exec(icon ?? "") ?? [];
  return type && encoded ? { type, bytes: new Uint8Array(Buffer.from(encoded, "base64")) } : null;
}
