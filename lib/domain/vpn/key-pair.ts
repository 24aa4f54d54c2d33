import { createPrivateKey, createPublicKey } from "node:crypto";
import type { Ids } from "@/lib/domain/kernel/ids";
import type { KeyPair } from "./types";

/** PKCS #8 around a raw X25519 key (RFC 8410). */
const PKCS8_PREFIX = Buffer.from("302e020100300506032b656e04220420", "hex");

/** The public half of 32 raw bytes, as `wg pubkey` computes it. Standard base64. */
export function publicKeyOf(privateKey: Buffer): string {
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8_PREFIX, privateKey]),
    format: "der",
    type: "pkcs8",
  });
  const { x = "" } = createPublicKey(key).export({ format: "jwk" });
  return Buffer.from(x, "base64url").toString("base64");
}

/** A new X25519 pair for WireGuard, clamped as `wg genkey` does. */
export function newKeyPair(ids: Ids): KeyPair {
  const secret = Buffer.from(ids.token(32), "base64url");
  secret[0] = (secret[0] ?? 0) & 248;
  secret[31] = ((secret[31] ?? 0) & 127) | 64;
  return { privateKey: secret.toString("base64"), publicKey: publicKeyOf(secret) };
}
