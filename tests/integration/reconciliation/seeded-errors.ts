import { Prisma } from "@/lib/db/generated/client";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { FindingKind } from "@/lib/domain/reconciliation/types";
import { placeHold } from "@/lib/domain/wallet/commands/place-hold";
import type { World } from "@/tests/support/world";
import type { ForgedBooks } from "./forged-books";

/** What must be found, what was spoilt, and how. */
export type SeededError = [FindingKind, string, (books: ForgedBooks, world: World) => Promise<unknown>];

const dispute = (books: ForgedBooks, objectId: string, invoiceId: string) =>
  books.movement({
    gateway: "STRIPE",
    kind: "DISPUTE_WITHDRAWN",
    objectId,
    invoiceId,
    currency: "USD",
    amount: "10",
  });

export async function bookRefund(
  world: World,
  books: ForgedBooks,
  booked: { invoiceId: string; paymentId: string; userId: string },
  gatewayRefundId: string,
) {
  await world.deps.db.paymentRefund.create({
    data: {
      id: world.deps.ids.uuid(),
      invoiceId: booked.invoiceId,
      paymentId: booked.paymentId,
      userId: booked.userId,
      amountMicros: 5_000_000n,
      status: "COMPLETED",
      reason: "test",
      gatewayRefundId,
      createdAt: books.at,
      finishedAt: books.at,
    },
  });
}

export async function holdFor(world: World, status: "open" | "over"): Promise<string> {
  const { actor } = await world.person({ usd: 5 });
  const id = world.deps.ids.uuid();
  await inTransaction(world.deps, (tx) =>
    placeHold(tx, {
      userId: actor.userId,
      amountMicros: 1_000_000n,
      currency: "USD",
      ownerType: "withdrawal",
      ownerId: id,
      expiresInSeconds: 60,
      line: { id: world.deps.ids.uuid(), type: "WITHDRAWAL" },
    }),
  );
  await world.deps.db.withdrawal.create({
    data: {
      id,
      userId: actor.userId,
      amountMicros: 1_000_000n,
      method: "PIX",
      destination: new Uint8Array([1]),
      status: status === "open" ? "REQUESTED" : "REFUSED",
      approvalsNeeded: 1,
      idempotencyKey: id,
    },
  });
  return id;
}

/** Each spoils one side of books that were right, and names what must be found: that and nothing else. */
export const SEEDED_ERRORS: SeededError[] = [
  [
    "CREDITED_TWICE",
    "a card payment",
    async (books) => {
      const booked = await books.topUp("STRIPE");
      await books.deposit(booked, `${booked.receiptId}:again`);
    },
  ],
  [
    "CREDITED_TWICE",
    "an output of a chain",
    async (books) => {
      const booked = await books.topUp("CRYPTO");
      await books.deposit(booked, `${booked.receiptId}:again`);
    },
  ],
  [
    "PAID_NOT_CREDITED",
    "an invoice of ours",
    async (books) => {
      await books.receipt(await books.invoice("STRIPE"));
    },
  ],
  [
    "PAID_NOT_CREDITED",
    "nobody's",
    (books) =>
      books.movement({ gateway: "STRIPE", kind: "RECEIPT", objectId: "ch_x", currency: "USD", amount: "77" }),
  ],
  [
    "PAID_NOT_CREDITED",
    "the second of two payments of one preference",
    async (books) => {
      const booked = await books.topUp("MERCADOPAGO");
      await books.receipt(booked, { objectId: `${booked.receiptId}-2` });
    },
  ],
  [
    "CREDITED_UNKNOWN",
    "a card payment",
    async (books) => {
      const booked = await books.invoice("STRIPE");
      await books.payment(booked);
      await books.deposit(booked, booked.receiptId);
    },
  ],
  [
    "CREDITED_UNKNOWN",
    "an output that left the chain",
    async (books) => {
      const booked = await books.invoice("CRYPTO");
      await books.payment(booked);
      await books.deposit(booked, booked.receiptId);
    },
  ],
  [
    "AMOUNT_DIFFERS",
    "less came in than was credited",
    async (books) => {
      const booked = await books.invoice("MERCADOPAGO");
      await books.payment(booked);
      await books.receipt(booked, { amount: "53.99" });
      await books.deposit(booked, booked.receiptId);
    },
  ],
  [
    "AMOUNT_DIFFERS",
    "the row says more than the ledger",
    async (books, world) => {
      const { paymentId } = await books.topUp("STRIPE");
      await world.deps.db.payment.update({ where: { id: paymentId }, data: { creditedMicros: 11_000_000n } });
    },
  ],
  [
    "CURRENCY_DIFFERS",
    "dollars were asked, reais came",
    async (books) => {
      await books.receipt(await books.invoice("STRIPE"), { currency: "BRL", amount: "10" });
    },
  ],
  [
    "REFUND_UNSEEN",
    "begun in the gateway's pages",
    async (books) => {
      const { invoiceId } = await books.topUp("STRIPE");
      await books.movement({
        gateway: "STRIPE",
        kind: "REFUND",
        objectId: "re_1",
        invoiceId,
        currency: "USD",
        amount: "5",
      });
    },
  ],
  [
    "REFUND_UNKNOWN",
    "the gateway never paid",
    async (books, world) => bookRefund(world, books, await books.topUp("STRIPE"), "re_2"),
  ],
  [
    "AMOUNT_DIFFERS",
    "a refund of another amount",
    async (books, world) => {
      await bookRefund(world, books, await books.topUp("STRIPE"), "re_3");
      await books.movement({
        gateway: "STRIPE",
        kind: "REFUND",
        objectId: "re_3",
        currency: "USD",
        amount: "4",
      });
    },
  ],
  [
    "DISPUTE_UNSEEN",
    "money was taken",
    async (books) => dispute(books, "dp_1", (await books.topUp("STRIPE")).invoiceId),
  ],
  [
    "DISPUTE_UNKNOWN",
    "we gave what nobody took",
    async (books, world) => {
      const { userId, invoiceId } = await books.topUp("STRIPE");
      await world.deps.db.$queryRaw`
        SELECT 1 FROM wallet_take(${userId}::uuid, 10000000::bigint, 'USD', 'ext:stripe', 'dispute.withdrawn',
          'stripe:dispute:dp_2:withdrawn', true, ${world.deps.ids.uuid()}::uuid, 'STRIPE', 'CARD', NULL, 'ADJUSTMENT',
          'stripe:dispute:dp_2:withdrawn', ${invoiceId}::uuid)`;
    },
  ],
  [
    "CHAIN_NOT_BOOKED",
    "an output that the watcher never took in",
    async (books) => books.receipt(await books.invoice("CRYPTO")),
  ],
  [
    "PAYMENT_WITHOUT_ENTRY",
    "a row that was never posted",
    async (books) => {
      const booked = await books.invoice("STRIPE");
      await books.payment(booked);
      await books.receipt(booked);
    },
  ],
  [
    "ENTRY_WITHOUT_PAYMENT",
    "a credit whose payment says nothing",
    async (books) => {
      const booked = await books.invoice("STRIPE");
      await books.receipt(booked);
      await books.deposit(booked, booked.receiptId);
    },
  ],
  [
    "ENTRY_WITHOUT_PAYMENT",
    "a posting without a line",
    (_, world) => world.deps.db.$queryRaw`
      SELECT 1 FROM ledger_post('deposit.stripe', 'forged:no-line', ARRAY[ledger_account_id(NULL, 'ext:stripe', 'USD'),
        ledger_account_id(NULL, 'ext:internal', 'USD')], ARRAY[-3000000, 3000000]::bigint[], 'USD')`,
  ],
  [
    "LEDGER_UNBALANCED",
    "a transaction that is not nothing in sum",
    (books) =>
      books.forge(Prisma.sql`
        WITH posted AS (INSERT INTO ledger_transactions (kind, idempotency_key, request_hash)
          VALUES ('forged', 'forged:unbalanced', '\\x00') RETURNING id)
        INSERT INTO ledger_entries (transaction_id, account_id, currency, amount)
        SELECT p.id, a.id, 'USD', v.amount FROM posted p, (VALUES ('rev:vpn', 2000000), ('rev:otp', -1000000)) AS v (code, amount)
        JOIN ledger_accounts a ON a.code = v.code AND a.currency = 'USD'`),
  ],
  [
    "LEDGER_UNBALANCED",
    "a transaction without entries",
    (books) =>
      books.forge(Prisma.sql`
        INSERT INTO ledger_transactions (kind, idempotency_key, request_hash) VALUES ('forged', 'forged:empty', '\\x00')`),
  ],
  [
    "WALLET_DIFFERS",
    "a gap in an account's versions",
    async (books) => {
      const { userId } = await books.topUp("STRIPE");
      await books.forge(Prisma.sql`
        UPDATE ledger_entries SET account_version = 7
        WHERE account_id = (SELECT id FROM ledger_accounts WHERE user_id = ${userId}::uuid AND code = 'available')`);
    },
  ],
  ["HOLD_WITHOUT_OWNER", "its withdrawal is over", (_, world) => holdFor(world, "over")],
  [
    "TOTAL_DIFFERS",
    "a Pix booked on another gateway's account",
    async (_, world) => {
      await world.deps.db.$queryRaw`
        SELECT 1 FROM wallet_deposit(${(await world.person()).actor.userId}::uuid, 1000000::bigint, 'USD', 'ext:usdt',
          'deposit.crypto', 'forged:elsewhere', ${world.deps.ids.uuid()}::uuid, 'DEPOSIT', 'SANDBOX', 'BALANCE')`;
    },
  ],
];
