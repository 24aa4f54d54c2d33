import { HDKey } from "@scure/bip32";
import { describe, expect, it } from "vitest";
import type { CryptoNetwork } from "@/lib/domain/crypto-payments/types";
import { bitcoinAddress } from "@/lib/integrations/crypto-addresses/address";
import { addressDeriver } from "@/lib/integrations/crypto-addresses/address-deriver";

/** The account of the test vectors in BIP84, as it is printed there. */
const ZPUB =
  "zpub6rFR7y4Q2AijBEqTUquhVz398htDFrtymD9xYYfG1m4wAcvPhXNfE3EfH1r1ADqtfSdVCToUG868RvUUkgDKf31mGDtKsAYz2oz2AGutZYs";
const ZPRV =
  "zprvAdG4iTXWBoARxkkzNpNh8r6Qag3irQB8PzEMkAFeTRXxHpbF9z4QgEvBRmfvqWvGp42t42nvgGpNgYSJA9iefm1yYNZKEm7z6qUWCroSQnE";
const SAME_AS_XPUB =
  "xpub6CatWdiZiodmUeTDp8LT5or8nmbKNcuyvz7WyksVFkKB4RHwCD3XyuvPEbvqAQY3rAPshWcMLoP2fMFMKHPJ4ZeZXYVUhLv1VMrjPC7PW6V";
/** m/44'/195'/0' of the same seed. */
const TRON_XPUB =
  "xpub6D1AabNHCupeiLM65ZR9UStMhJ1vCpyV4XbZdyhMZBiJXALQtmn9p42VTQckoHVn8WNqS7dqnJokZHAHcHGoaQgmv8D45oNUKx6DZMNZBCd";
const TRON_XPRV =
  "xprv9z1pB5qPNYGMVrGcyXt97Jwd9GBRoNFdhJfxqbHjzrBKeN1GMETuGFi1c73SQkP8kkKz5MVoMtLRcsDWggUcaPF32AXN4qNsNWBoJbaHcQ7";
const VPUB =
  "vpub5Y6cjg78GGuNLsaPhmYsiw4gYX3HoQiRBiSwDaBXKUafCt9bNwWQiitDk5VZ5BVxYnQdwoTyXSs2JHRPAgjAvtbBrf8ZhDYe2jWAqvZVnsc";
const TPUB =
  "tpubDC8msFGeGuwnKG9Upg7DM2b4DaRqg3CUZa5g8v2SRQ6K4NSkxUgd7HsL2XVWbVm39yBA4LAxysQAm397zwQSQoQgewGiYZqrA9DsP4zbQ1M";
const MASTER_XPUB =
  "xpub661MyMwAqRbcFkPHucMnrGNzDwb6teAX1RbKQmqtEF8kK3Z7LZ59qafCjB9eCRLiTVG3uxBxgKvRgbubRhqSKXnGGb1aoaqLrpMBDrVxga8";

function read(network: CryptoNetwork, text: string) {
  return addressDeriver.readKey(network, text);
}

function addresses(network: CryptoNetwork, text: string, count: number): string[] {
  const answer = read(network, text);
  if (!answer.ok) throw new Error(answer.reason);
  return Array.from({ length: count }, (_, index) => answer.key.addressAt(index));
}

describe("addresses from public keys alone", () => {
  it("makes the addresses that BIP84 prints", () => {
    expect(addresses("BTC", ZPUB, 2)).toEqual([
      "bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu",
      "bc1qnjg0jd8228aq7egyzacy8cys3knf9xvrerkf9g",
    ]);
  });

  it("makes the change address that BIP84 prints", () => {
    const account = HDKey.fromExtendedKey(ZPUB, { private: 0x04b2430c, public: 0x04b24746 });
    const { publicKey } = account.deriveChild(1).deriveChild(0);
    expect(publicKey && bitcoinAddress(publicKey)).toBe("bc1q8c6fshw2dlwun7ekn9qwf37cu2rn755upcp6el");
  });

  it("takes the same account written as an xpub, with a line break after it", () => {
    expect(addresses("BTC", `${SAME_AS_XPUB}\n`, 2)).toEqual(addresses("BTC", ZPUB, 2));
  });

  it("makes the Tron address that tronweb makes", () => {
    expect(addresses("TRC20", TRON_XPUB, 1)).toEqual(["TUEZSdKsoDHQMeZwihtdoBiN46zxhGWYdH"]);
  });

  it("never makes an address twice, and only valid ones", () => {
    for (const [network, key] of [
      ["BTC", ZPUB],
      ["TRC20", TRON_XPUB],
    ] as const) {
      const made = addresses(network, key, 50);
      expect(new Set(made).size).toBe(50);
      expect(made.every((address) => addressDeriver.isAddress(network, address))).toBe(true);
    }
  });

  it.each([-1, 0.5, 2 ** 31, Number.NaN])("makes none for %s", (index) => {
    const answer = read("BTC", ZPUB);
    expect(() => answer.ok && answer.key.addressAt(index)).toThrow(RangeError);
  });
});

describe("keys that are refused", () => {
  it.each<[string, CryptoNetwork, string]>([
    ["zprv", "BTC", ZPRV],
    ["xprv", "TRC20", TRON_XPRV],
    ["xprv for the other network", "BTC", TRON_XPRV],
    ["a zprv with a letter lost", "BTC", ZPRV.slice(0, -1)],
    ["WIF", "BTC", "L1aW4aubDFB7yfras2S1mN3bqg9nwySY8nkoLmJebSLD5BWv3ENZ"],
    ["a raw key", "TRC20", "e9873d79c6d87dc0fb6a5778633389f4453213303da61f20bd67fc233aa33262"],
    ["seed words", "BTC", `${"abandon ".repeat(11)}about`],
  ])("%s: it can spend", (_name, network, text) => {
    const answer = read(network, text);
    expect(answer).toEqual({ ok: false, reason: "private_key_refused" });
    expect(JSON.stringify(answer)).not.toContain(text);
  });

  it.each([
    ["vpub", VPUB],
    ["tpub", TPUB],
  ])("%s: test network", (_name, text) => {
    expect(read("BTC", text)).toEqual({ ok: false, reason: "test_network_key" });
  });

  it.each<[string, CryptoNetwork, string]>([
    ["nothing", "BTC", ""],
    ["an address", "BTC", "bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu"],
    ["a wrong checksum", "BTC", `${ZPUB.slice(0, -1)}t`],
    ["a zpub where Tron is asked for", "TRC20", ZPUB],
    ["a master key: no account", "BTC", MASTER_XPUB],
  ])("%s", (_name, network, text) => {
    expect(read(network, text)).toEqual({ ok: false, reason: "public_key_invalid" });
  });
});

describe("addresses that people type", () => {
  it.each<[CryptoNetwork, string, boolean]>([
    ["BTC", "bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu", true],
    ["BTC", "BC1QCR8TE4KR609GCAWUTMRZA0J4XV80JY8Z306FYU", true],
    ["BTC", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", true],
    ["BTC", "bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyv", false],
    ["BTC", "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx", false],
    ["BTC", "TUEZSdKsoDHQMeZwihtdoBiN46zxhGWYdH", false],
    ["TRC20", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", true],
    ["TRC20", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u", false],
    ["TRC20", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", false],
    ["TRC20", "41a614f803b6fd780986a42c78ec9c7f77e6ded13c", false],
  ])("%s %s: %s", (network, text, valid) => {
    expect(addressDeriver.isAddress(network, text)).toBe(valid);
  });
});
