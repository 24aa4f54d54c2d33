import { tronBody } from "./addresses";
import type { TokenEvent, TronTx } from "./tron-chain";

/** Keccak-256 of "Transfer(address,address,uint256)" and "Approval(address,address,uint256)". */
const TOPICS = {
  Transfer: "ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef",
  Approval: "8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925",
} as const;
const WORD = 64;

const word = (hex: string) => hex.padStart(WORD, "0");

function shownLog({ token, type, from, to, value }: TokenEvent) {
  return {
    address: tronBody(token.address) ?? "",
    topics: [TOPICS[type], word(tronBody(from) ?? ""), word(tronBody(to) ?? "")],
    data: word(value.toString(16)),
  };
}

/** The answer of gettransactioninfobyid; an empty object says that it is not known (there). */
export function shownInfo(tx: TronTx) {
  if (!tx.block) return {};
  const place = { id: tx.txid, blockNumber: tx.block.number, blockTimeStamp: tx.block.timestamp };
  if (tx.events.length === 0) {
    return { ...place, contractResult: [""], receipt: { net_usage: 268 } };
  }
  return {
    ...place,
    fee: 13_844_850,
    contractResult: [word("1")],
    contract_address: `41${tronBody(tx.target) ?? ""}`,
    receipt: { energy_fee: 13_499_850, energy_usage_total: 64_285, net_fee: 345_000, result: "SUCCESS" },
    log: tx.events.map(shownLog),
  };
}
