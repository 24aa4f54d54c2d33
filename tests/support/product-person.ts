import { randomUUID } from "node:crypto";
import { connectToProduct } from "./page-fault";

/** Somebody of a journey's own, with the demo's password: nobody else moves their money. `usd` are whole dollars. */
export async function makePerson(
  name: string,
  { role = "CUSTOMER", usd = 0 }: { role?: "CUSTOMER" | "ADMIN"; usd?: number } = {},
): Promise<string> {
  const id = randomUUID();
  // Another one at each run: the product keeps whoever was there before.
  const username = `${name}-${Date.now()}`;
  const email = `${username}@journey.test`;
  const client = await connectToProduct();
  try {
    await client.query(
      `INSERT INTO users (id, username, email, password_hash, role, verification_level, email_verified_at, updated_at)
       SELECT $1::uuid, $2, $3, password_hash, $4::"Role", 1, now(), now() FROM users
       WHERE email = 'customer@patchbay.test'`,
      [id, username, email, role],
    );
    if (usd > 0) {
      await client.query(
        `SELECT replayed FROM wallet_deposit($1::uuid, $2::bigint, 'USD', 'ext:sandbox', 'deposit.sandbox', $3, $4::uuid,
           'DEPOSIT'::"WalletTransactionType", 'SANDBOX'::"Gateway", 'BALANCE'::"PaymentMethod")`,
        [id, usd * 1_000_000, `journey:${id}`, randomUUID()],
      );
    }
    return email;
  } finally {
    await client.end();
  }
}
