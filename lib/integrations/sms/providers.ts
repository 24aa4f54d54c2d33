import type { Cipher } from "@/lib/domain/kernel/cipher";
import type { ProviderCallRecord, SmsProviders } from "@/lib/domain/supply/ports";
import { createSmsActivateProvider } from "./sms-activate/provider";

/** The adapters of the suppliers that are configured as rows; their keys are decrypted only here. */
export function createSmsProviders({
  cipher,
  onCall,
}: {
  cipher: Cipher;
  onCall?(call: ProviderCallRecord): void;
}): SmsProviders {
  return {
    forProvider({ id, baseUrl, credentials }) {
      if (!baseUrl || !credentials) throw new Error(`provider ${id} has no address or no key`);
      return createSmsActivateProvider({
        baseUrl,
        apiKey: cipher.decrypt(credentials),
        onCall: onCall && ((call) => onCall({ ...call, providerId: id, at: new Date() })),
      });
    },
  };
}
