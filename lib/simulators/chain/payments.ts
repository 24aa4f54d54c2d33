import { outputScript, tronAddress, tronBody } from "./addresses";
import { type Asset, parseAmount, splitAmount } from "./amounts";
import type { BitcoinTx } from "./bitcoin-chain";
import type { ChainSimulator } from "./chain-simulator";
import type { Token, TokenEvent, TronTx } from "./tron-chain";

/** Tether's contract on Tron. */
export const USDT: Token = {
  address: "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
  symbol: "USDT",
  name: "Tether USD",
  decimals: 6,
};

/** Bears the right names at the wrong address, as fakes do. */
const FAKE_BODY = "0badc0de".repeat(5);

/** Into how many transfers one payment may fall. */
export const MOST_PARTS = 20;

export const ORDER_KINDS = ["pay", "fakeToken", "approval", "native"] as const;

/** One thing that a stranger does to an address. */
export interface Order {
  kind: (typeof ORDER_KINDS)[number];
  asset: Asset;
  address: string;
  /** In the asset's smallest unit. */
  units: bigint;
  parts: number;
  /** All parts in one transaction. */
  isTogether: boolean;
  rbf: boolean;
  symbol: string;
}

export type OrderInput = Partial<Omit<Order, "units">> &
  Pick<Order, "address" | "asset"> & { amount: string };

/** An order as it can be carried out, or why it cannot. */
export function readOrder(input: OrderInput): Order | { error: string } {
  const { kind = "pay", asset, address, parts = 1, isTogether = false, rbf = false, symbol = "USDT" } = input;
  const units = parseAmount(input.amount, asset);
  if (units === null || units < BigInt(parts)) return { error: `no amount of ${asset}: ${input.amount}` };
  const isAddress = asset === "BTC" ? outputScript(address) !== null : tronBody(address) !== null;
  if (!isAddress) return { error: `no address for ${asset}: ${address}` };
  if (asset === "BTC" && kind !== "pay") return { error: `Bitcoin knows no ${kind}` };
  return { kind, asset, address, units, parts, isTogether, rbf, symbol };
}

function sendBitcoin({ bitcoin }: ChainSimulator, order: Order): BitcoinTx[] {
  const outputs = splitAmount(order.units, order.parts).map((units) => ({
    address: order.address,
    value: Number(units),
  }));
  const bundles = order.isTogether ? [outputs] : outputs.map((output) => [output]);
  return bundles.map((bundle) => bitcoin.pay({ outputs: bundle, rbf: order.rbf }));
}

function tokenOf({ kind, symbol }: Order): Token {
  return kind === "fakeToken" ? { ...USDT, address: tronAddress(FAKE_BODY), symbol } : USDT;
}

function sendTron({ tron }: ChainSimulator, order: Order): TronTx[] {
  if (order.kind === "native") {
    return [tron.pay({ events: [], nativeSun: order.units, target: order.address })];
  }
  const token = tokenOf(order);
  const type: TokenEvent["type"] = order.kind === "approval" ? "Approval" : "Transfer";
  const events = splitAmount(order.units, order.parts).map((value) => ({
    token,
    type,
    to: order.address,
    value,
  }));
  const bundles = order.isTogether ? [events] : events.map((event) => [event]);
  return bundles.map((bundle) => tron.pay({ events: bundle, target: token.address }));
}

/** Carries an order out now; the ids of what it made, all of it still waiting for a block. */
export function send(simulator: ChainSimulator, order: Order): string[] {
  const made = order.asset === "BTC" ? sendBitcoin(simulator, order) : sendTron(simulator, order);
  return made.map(({ txid }) => txid);
}
