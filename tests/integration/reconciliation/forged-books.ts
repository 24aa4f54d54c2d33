import type { Prisma } from "@/lib/db/generated/client";
import { depositMoney } from "@/lib/domain/wallet/commands/deposit-money";
import type { World } from "@/tests/support/world";

const DAY_MS = 86_400_000;
const SOURCES = { STRIPE: "ext:stripe", MERCADOPAGO: "ext:mercadopago", CRYPTO: "ext:btc" } as const;
const METHODS = { STRIPE: "CARD", MERCADOPAGO: "PIX", CRYPTO: "CRYPTO_BTC" } as const;
const KINDS = {
  STRIPE: "deposit.stripe",
  MERCADOPAGO: "deposit.mercadopago",
  CRYPTO: "deposit.crypto",
} as const;

export type BookedGateway = keyof typeof SOURCES;

/** A paid top-up on all three sides: the gateway's books, our rows, the ledger. */
export interface Booked {
  gateway: BookedGateway;
  userId: string;
  invoiceId: string;
  paymentId: string;
  /** Of the receipt at the gateway. */
  receiptId: string;
}

/** Books written by hand, right on every side until a test spoils one. Each top-up is 10 USD, or 54 BRL, or 0.001 BTC. */
export function forgedBooks(world: World) {
  const { db, ids } = world.deps;
  const at = new Date(Date.now() - DAY_MS);
  let made = 0;

  /** Writes past every guard, as somebody with the database's own rights could. */
  const forge = (statement: Prisma.Sql) =>
    db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      return tx.$executeRaw(statement);
    });

  const movement = (row: Omit<Prisma.GatewayMovementCreateManyInput, "movedAt">) =>
    db.gatewayMovement.create({ data: { ...row, movedAt: at } });

  async function deposit(booked: Booked, key: string, usd = 10): Promise<void> {
    await db.$transaction((tx) =>
      depositMoney(tx, {
        userId: booked.userId,
        amountMicros: BigInt(usd) * 1_000_000n,
        source: SOURCES[booked.gateway],
        kind: KINDS[booked.gateway],
        key: `forged:${key}`,
        line: {
          id: ids.uuid(),
          type: "DEPOSIT",
          gateway: booked.gateway,
          paymentMethod: METHODS[booked.gateway],
          gatewayTransactionId: key,
          invoiceId: booked.invoiceId,
        },
      }),
    );
  }

  async function invoice(
    gateway: BookedGateway,
    other: Pick<
      Partial<Prisma.InvoiceUncheckedCreateInput>,
      "status" | "creditedMicros" | "gatewayReference"
    > = {},
  ): Promise<Booked> {
    made += 1;
    const { actor } = await world.person();
    const isCrypto = gateway === "CRYPTO";
    const charge = { STRIPE: ["USD", "10"], MERCADOPAGO: ["BRL", "54"], CRYPTO: ["BTC", "0.001"] }[gateway];
    const id = ids.uuid();
    await db.invoice.create({
      data: {
        id,
        userId: actor.userId,
        purpose: "TOP_UP",
        gateway,
        paymentMethod: METHODS[gateway],
        status: "PAID",
        amountMicros: 10_000_000n,
        creditedMicros: 10_000_000n,
        chargeCurrency: charge[0] ?? "",
        chargeAmount: charge[1] ?? "",
        seller: {},
        idempotencyKey: `forged-${made}`,
        createdAt: at,
        expiresAt: at,
        ...(isCrypto
          ? {
              asset: "BTC",
              network: "BTC",
              address: `bc1forged${made}`,
              amountAsset: "0.001",
              rate: "10000",
              rateLockedUntil: at,
            }
          : {}),
        ...other,
      },
    });
    const receiptId = isCrypto ? `btc:${"ab".repeat(30)}${made}:0` : `ch_${made}`;
    return { gateway, userId: actor.userId, invoiceId: id, paymentId: ids.uuid(), receiptId };
  }

  async function payment(booked: Booked): Promise<void> {
    const isCrypto = booked.gateway === "CRYPTO";
    await db.payment.create({
      data: {
        id: booked.paymentId,
        invoiceId: booked.invoiceId,
        gateway: booked.gateway,
        status: "SETTLED",
        gatewayPaymentId: booked.receiptId,
        currency: isCrypto ? "BTC" : "USD",
        amount: isCrypto ? "0.001" : "10",
        amountAsset: isCrypto ? "0.001" : null,
        creditedMicros: 10_000_000n,
        settledAt: at,
        createdAt: at,
      },
    });
  }

  /** What the gateway, or the chain, says came in for it. */
  async function receipt(
    booked: Booked,
    told: { amount?: string; currency?: string; objectId?: string } = {},
  ) {
    const [currency, amount] = {
      STRIPE: ["USD", "10"],
      MERCADOPAGO: ["BRL", "54"],
      CRYPTO: ["BTC", "0.001"],
    }[booked.gateway] as [string, string];
    const { gateway, invoiceId, receiptId } = booked;
    await movement({ gateway, kind: "RECEIPT", objectId: receiptId, invoiceId, currency, amount, ...told });
  }

  return {
    forge,
    deposit,
    invoice,
    payment,
    receipt,
    movement,
    at,
    /** Right on every side. */
    async topUp(gateway: BookedGateway): Promise<Booked> {
      const booked = await invoice(gateway);
      await payment(booked);
      await receipt(booked);
      await deposit(booked, booked.receiptId);
      return booked;
    },
    /** The gateways have told everything until a moment from now, since long ago. */
    async toldUntilNow(): Promise<void> {
      const [from, to] = [new Date(Date.now() - 400 * DAY_MS), new Date(Date.now() + DAY_MS)];
      for (const gateway of ["STRIPE", "MERCADOPAGO"] as const) {
        const stretch = { movementsFrom: from, movementsTo: to };
        await db.gatewayCursor.upsert({
          where: { gateway },
          create: { gateway, ...stretch },
          update: stretch,
        });
      }
      await db.$executeRaw`
        INSERT INTO reconciled_addresses (invoice_id, looked_at)
        SELECT id, ${to} FROM invoices WHERE gateway = 'CRYPTO' ON CONFLICT (invoice_id) DO UPDATE SET looked_at = ${to}`;
    },
  };
}

export type ForgedBooks = ReturnType<typeof forgedBooks>;
