import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCnpj, isCpf } from "@/lib/domain/billing/brazilian-id";
import { readDestination, readPayoutReference } from "@/lib/domain/billing/payout-destination";
import { addressDeriver } from "@/lib/integrations/crypto-addresses/address-deriver";

const TRON = "TUEZSdKsoDHQMeZwihtdoBiN46zxhGWYdH";
const BTC = "bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu";

const read = (method: "BTC" | "USDT_TRC20" | "PIX", text: string) =>
  readDestination(addressDeriver, method, text);

/** Another letter of the same alphabet at this place. */
function withTypo(address: string, place: number): string {
  const at = place % address.length;
  return `${address.slice(0, at)}${address[at] === "q" ? "p" : "q"}${address.slice(at + 1)}`;
}

describe("where money can be paid out", () => {
  it("takes addresses of the chosen network", () => {
    expect(read("BTC", ` ${BTC} `)).toBe(BTC);
    expect(read("USDT_TRC20", TRON)).toBe(TRON);
    expect(read("BTC", TRON)).toBeNull();
    expect(read("USDT_TRC20", BTC)).toBeNull();
    expect(read("BTC", "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx"), "a test network").toBeNull();
  });

  it("sees a mistyped letter by the checksum", () => {
    fc.assert(
      fc.property(fc.nat(200), fc.constantFrom("BTC" as const, "USDT_TRC20" as const), (place, method) => {
        expect(read(method, withTypo(method === "BTC" ? BTC : TRON, place))).toBeNull();
      }),
    );
  });

  it("takes each form of a Pix key and writes it down in one way", () => {
    expect(read("PIX", "Ana.Lima@Example.com")).toBe("ana.lima@example.com");
    expect(read("PIX", "+5511987654321")).toBe("+5511987654321");
    expect(read("PIX", "529.982.247-25")).toBe("52998224725");
    expect(read("PIX", "11.222.333/0001-81")).toBe("11222333000181");
    expect(read("PIX", "123E4567-E89B-42D3-A456-426614174000")).toBe("123e4567-e89b-42d3-a456-426614174000");
  });

  it.each([
    "529.982.247-24",
    "11111111111",
    "11.222.333/0001-80",
    "11987654321x",
    "+15551234567",
    "ana@example",
    "12345",
    "",
  ])("does not take %j for a Pix key", (text) => {
    expect(read("PIX", text)).toBeNull();
  });

  it("checks both digits of the tax numbers", () => {
    const digit = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(fc.nat(10), digit, (place, by) => {
        const changed = [..."52998224725"].map((at, index) =>
          index === place ? (Number(at) + by) % 10 : at,
        );
        expect(isCpf(changed.join(""))).toBe(false);
      }),
    );
    expect([isCpf("52998224725"), isCnpj("11222333000181"), isCnpj("00000000000000")]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe("the proof of a payout", () => {
  const hash = "AB".repeat(32);

  it("is a transaction's hash, or a bank's number", () => {
    expect(readPayoutReference("BTC", hash)).toBe(hash.toLowerCase());
    expect(readPayoutReference("USDT_TRC20", `0x${hash}`)).toBe(hash.toLowerCase());
    expect(readPayoutReference("BTC", `${hash}:1`)).toBe(`${hash.toLowerCase()}:1`);
    expect(readPayoutReference("PIX", "E60701190202611211400DY5K")).toBe("E60701190202611211400DY5K");
  });

  it("is nothing else", () => {
    expect(readPayoutReference("BTC", hash.slice(1))).toBeNull();
    expect(readPayoutReference("USDT_TRC20", TRON)).toBeNull();
    expect(readPayoutReference("PIX", "paid it")).toBeNull();
  });
});
