import { sha256 } from "@noble/hashes/sha2.js";
import { base58check } from "@scure/base";
import { z } from "zod";

const txid = z
  .string()
  .regex(/^[0-9a-f]{64}$/i)
  .transform((text) => text.toLowerCase());
const hex = z
  .string()
  .regex(/^[0-9a-f]*$/i)
  .transform((text) => text.toLowerCase());
const time = z.number().int().nonnegative();

/** A row of `/v1/accounts/:a/transactions/trc20`: approvals and tokens of any name are among them. */
export const transferRowShape = z.object({
  transaction_id: txid,
  token_info: z.object({ address: z.string(), symbol: z.string().nullish() }),
  block_timestamp: time,
  to: z.string(),
  type: z.string(),
  value: z.string().regex(/^\d{1,78}$/),
});

export type TransferRow = z.output<typeof transferRowShape>;

export const transferPageShape = z.object({
  data: z.array(z.unknown()),
  success: z.literal(true),
  meta: z.object({ fingerprint: z.string().optional() }).optional(),
});

/** `/walletsolidity/gettransactioninfobyid`; an empty object while it is not final. */
export const transactionInfoShape = z.union([
  z.object({
    id: txid,
    blockNumber: time,
    blockTimeStamp: time,
    receipt: z.object({ result: z.string().optional() }).optional(),
    result: z.string().optional(),
    log: z
      .array(z.object({ address: hex, topics: z.array(hex).optional(), data: hex.optional() }))
      .optional(),
  }),
  z.strictObject({}).transform(() => null),
]);

export type TransactionInfo = NonNullable<z.output<typeof transactionInfoShape>>;

/** keccak256("Transfer(address,address,uint256)") */
const TRANSFER = "ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
const ACCOUNT_HEX = 40;
const WORD_HEX = 64;
const checked = base58check(sha256);

/** "T…" as the 20 bytes that logs hold, in hexadecimal. */
function accountHex(address: string): string {
  return Buffer.from(checked.decode(address).subarray(1)).toString("hex");
}

/** The transfers of one token to one address in a transaction's log, each with its position there. */
export function transfersInLog(
  info: TransactionInfo,
  contract: string,
  address: string,
): { index: number; units: bigint }[] {
  if (info.result === "FAILED" || (info.receipt?.result ?? "SUCCESS") !== "SUCCESS") return [];
  const token = accountHex(contract);
  const payee = accountHex(address);
  return (info.log ?? []).flatMap(({ address: emitter, topics = [], data = "" }, index) => {
    const [event, , to] = topics;
    const isOurs =
      emitter.slice(-ACCOUNT_HEX) === token && event === TRANSFER && to?.slice(-ACCOUNT_HEX) === payee;
    return isOurs && data.length === WORD_HEX ? [{ index, units: BigInt(`0x${data}`) }] : [];
  });
}
