import { unitsToDecimal } from "./asset-amount";
import { type CryptoAsset, USDT_CONTRACT } from "./types";

export interface PaymentRequest {
  asset: CryptoAsset;
  address: string;
  units: bigint;
  /** What the payer's wallet may show beside it; BTC only. */
  label?: string;
}

export interface PaymentLinks {
  /** What a click opens and the QR code holds. */
  uri: string;
  /**
   * The same for a QR code. A bech32 address in capitals makes a smaller code, which cameras read more easily (BIP173);
   * the parameters stay as they are.
   */
  qr: string;
  /** Opens Trust Wallet with token, address and amount; null where the plain link says all. */
  trustWallet: string | null;
  /** The amount to copy. */
  amount: string;
}

/** Trust Wallet's name of an asset: c<coin>_t<contract>; 195 is Tron's coin type (SLIP-0044). */
const TRUST_ASSET = `c195_t${USDT_CONTRACT}`;

/** RFC 3986: BIP21 knows no "+" for a blank. */
function query(parameters: Record<string, string | undefined>): string {
  return Object.entries(parameters)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? "")}`)
    .join("&");
}

/**
 * Links that open a wallet. BTC: BIP21. TRC20: `tron:` is only a custom and names no token, so that a wallet could send TRX:
 * the address and the amount have to stand beside it.
 */
export function paymentLinks({ asset, address, units, label }: PaymentRequest): PaymentLinks {
  const amount = unitsToDecimal(asset, units);
  if (asset === "USDT") {
    const uri = `tron:${address}?${query({ amount })}`;
    const trustWallet = `https://link.trustwallet.com/send?${query({ asset: TRUST_ASSET, address, amount })}`;
    return { uri, qr: uri, trustWallet, amount };
  }
  const rest = query({ amount, label });
  const bech32 = /^bc1[02-9ac-hj-np-z]+$/.test(address);
  return {
    uri: `bitcoin:${address}?${rest}`,
    qr: bech32 ? `BITCOIN:${address.toUpperCase()}?${rest}` : `bitcoin:${address}?${rest}`,
    trustWallet: null,
    amount,
  };
}
