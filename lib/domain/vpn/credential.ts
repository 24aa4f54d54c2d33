import { z } from "zod";
import type { Ids } from "@/lib/domain/kernel/ids";
import type { ServerCredential } from "@/lib/domain/vpn-links/types";
import { newKeyPair } from "./key-pair";

/** What is stored, encrypted; the tunnel's address is a column of its own, because it must be unique. */
const storedSchema = z.object({
  uuid: z.string(),
  password: z.string(),
  shadowsocksKey: z.string(),
  wireguardPrivateKey: z.string(),
  wireguardPublicKey: z.string(),
  wireguardPresharedKey: z.string(),
});
export type StoredCredential = z.infer<typeof storedSchema>;

/** A UUID of version 4: cores take any, and a time-ordered one would tell when it was made. */
function randomUuid(ids: Ids): string {
  const bytes = Buffer.from(ids.token(16), "base64url");
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

const key32 = (ids: Ids) => Buffer.from(ids.token(32), "base64url").toString("base64");

/** New secrets for one subscription on one panel. */
export function newCredential(ids: Ids): StoredCredential {
  const pair = newKeyPair(ids);
  return {
    uuid: randomUuid(ids),
    // 32 characters at most: Remnawave takes no longer password.
    password: ids.token(18),
    shadowsocksKey: key32(ids),
    wireguardPrivateKey: pair.privateKey,
    wireguardPublicKey: pair.publicKey,
    wireguardPresharedKey: key32(ids),
  };
}

export const credentialText = (credential: StoredCredential): string => JSON.stringify(credential);

/** Throws when the text is not what was stored: that is a fault, not a refusal. */
export const parseCredential = (text: string): StoredCredential => storedSchema.parse(JSON.parse(text));

/** As servers and links want it. Without a tunnel address there is no WireGuard yet. */
export function serverCredential(stored: StoredCredential, tunnelAddress: string | null): ServerCredential {
  return {
    uuid: stored.uuid,
    password: stored.password,
    shadowsocksKey: stored.shadowsocksKey,
    wireguard: tunnelAddress
      ? {
          privateKey: stored.wireguardPrivateKey,
          publicKey: stored.wireguardPublicKey,
          presharedKey: stored.wireguardPresharedKey,
          addresses: [tunnelAddress],
        }
      : null,
  };
}
