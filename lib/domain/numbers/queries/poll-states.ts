import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { isLive, type OrderFacts } from "../order-state";

/** What a client that polls may know of an order. */
export interface PollState {
  number: number;
  userId: string;
  isSandbox: boolean;
  /** "waiting" for the first code, "code", "another" one asked for, or over. */
  state: "waiting" | "code" | "another" | "over";
  /** The newest code; null before there is one, and where the order is over. */
  code: string | null;
}

interface Row {
  number: number;
  userId: string;
  isSandbox: boolean;
  status: OrderFacts["status"];
  firstCodeAt: Date | null;
  awaitsAnother: boolean;
  verificationCode: Uint8Array | null;
}

function pollState(cipher: KernelDeps["cipher"], row: Row): PollState {
  const { number, userId, isSandbox } = row;
  const whose = { number, userId, isSandbox };
  // While it is being closed the supplier may still say that a code is there: it is over when that is settled.
  if (!isLive(row)) return { ...whose, state: "over", code: null };
  if (!row.firstCodeAt || !row.verificationCode) return { ...whose, state: "waiting", code: null };
  const code = cipher.decrypt(row.verificationCode);
  return { ...whose, state: row.awaitsAnother ? "another" : "code", code };
}

/** Many orders by their numbers in one read, whoever's they are: the door compares the person. */
export async function readPollStates(
  deps: Pick<KernelDeps, "db" | "cipher">,
  numbers: readonly number[],
): Promise<Map<number, PollState>> {
  const rows = await deps.db.$queryRaw<Row[]>`
    SELECT number, user_id AS "userId", is_sandbox AS "isSandbox", status::text AS status, first_code_at AS "firstCodeAt",
      verification_code AS "verificationCode",
      coalesce(resend_requested_at > coalesce(last_message_received_at, '-infinity'), false) AS "awaitsAnother"
    FROM orders WHERE number = ANY(${[...numbers]}::int[])`;
  return new Map(rows.map((row) => [row.number, pollState(deps.cipher, row)]));
}
