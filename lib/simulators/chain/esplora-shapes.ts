import { outputScript } from "./addresses";
import type { BitcoinTx, Input, Output } from "./bitcoin-chain";

function shownOutput({ address, value }: Output) {
  const script = outputScript(address);
  return {
    scriptpubkey: script?.hex ?? "",
    scriptpubkey_asm: script?.asm ?? "",
    scriptpubkey_type: script?.type ?? "unknown",
    scriptpubkey_address: address,
    value,
  };
}

function shownInput({ txid, vout, sequence, prevout }: Input) {
  return {
    txid,
    vout,
    prevout: shownOutput(prevout),
    scriptsig: "",
    scriptsig_asm: "",
    witness: ["00".repeat(71), "00".repeat(33)],
    is_coinbase: false,
    sequence,
  };
}

export function shownStatus({ block }: BitcoinTx) {
  if (!block) return { confirmed: false };
  return { confirmed: true, block_height: block.height, block_hash: block.hash, block_time: block.time };
}

/** Bytes of a transaction that spends witness pubkey hashes. */
function measures({ inputs, outputs }: BitcoinTx): { size: number; weight: number } {
  const base = 10 + 41 * inputs.length + 31 * outputs.length;
  const witness = 2 + 107 * inputs.length;
  return { size: base + witness, weight: base * 4 + witness };
}

export function virtualSize(tx: BitcoinTx): number {
  return Math.ceil(measures(tx).weight / 4);
}

/** A transaction as Esplora's API.md, "Transaction format", has it. */
export function shownTx(tx: BitcoinTx) {
  return {
    txid: tx.txid,
    version: 2,
    locktime: 0,
    vin: tx.inputs.map(shownInput),
    vout: tx.outputs.map(shownOutput),
    ...measures(tx),
    sigops: tx.inputs.length,
    fee: tx.fee,
    status: shownStatus(tx),
  };
}
