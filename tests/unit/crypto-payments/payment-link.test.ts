import { describe, expect, it } from "vitest";
import { paymentLinks } from "@/lib/domain/crypto-payments/payment-link";

const BTC = "bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu";
const TRON = "TUEZSdKsoDHQMeZwihtdoBiN46zxhGWYdH";

describe("paymentLinks", () => {
  it("writes BIP21: BTC with a dot, no exponent, a label without plus signs", () => {
    expect(paymentLinks({ asset: "BTC", address: BTC, units: 1n, label: "Invoice 12 & more" })).toEqual({
      uri: `bitcoin:${BTC}?amount=0.00000001&label=Invoice%2012%20%26%20more`,
      qr: `BITCOIN:${BTC.toUpperCase()}?amount=0.00000001&label=Invoice%2012%20%26%20more`,
      trustWallet: null,
      amount: "0.00000001",
    });
  });

  it("keeps an old address as it is: its letters are its checksum", () => {
    const address = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";
    const { qr } = paymentLinks({ asset: "BTC", address, units: 2_150_000_000n });
    expect(qr).toBe(`bitcoin:${address}?amount=21.5`);
  });

  it("writes tron: and Trust Wallet's link with the token's contract", () => {
    expect(paymentLinks({ asset: "USDT", address: TRON, units: 20_050_000n, label: "ignored" })).toEqual({
      uri: `tron:${TRON}?amount=20.05`,
      qr: `tron:${TRON}?amount=20.05`,
      trustWallet: `https://link.trustwallet.com/send?asset=c195_tTR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t&address=${TRON}&amount=20.05`,
      amount: "20.05",
    });
  });
});
