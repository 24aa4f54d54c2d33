import { closeAllButDatabase, createDeps, type Deps } from "@/lib/deps";
import { applyChainView } from "@/lib/domain/billing/commands/apply-chain-view";
import { refreshRates } from "@/lib/domain/billing/commands/refresh-rates";
import { watchChain } from "@/lib/domain/billing/commands/watch-chain";
import { readClockOffset } from "@/lib/domain/kernel/business-time";
import { toDecimal } from "@/lib/domain/kernel/money";
import { timeHeard } from "@/tests/support/pass-time";
import type { BillingWorld } from "./billing-world";

/** How the watching goes on while money moves on the chain. None of it may matter. */
export const HANDLINGS = [
  "by one process",
  "with every look twice",
  "by a process that is new at every look",
  "by two processes at once",
] as const;
export type Handling = (typeof HANDLINGS)[number];

export type CryptoMethod = "CRYPTO_BTC" | "CRYPTO_USDT";

/** Longer than a fresh process waits before anything expires. */
const PAST_GRACE_MS = 600_000;

/** BTC and USDT at which 25 USD are 0.0004 BTC. */
export const LOCKED_PRICE = "62500";

interface Process {
  deps: Deps;
  close(): Promise<void>;
}

/**
 * A process of its own on the same database: nothing of another one's memory, but its connections, which remember nothing.
 * Compiling every query anew would be most of a life.
 */
async function newProcess({ deps: { env, db } }: BillingWorld): Promise<Process> {
  const deps = createDeps(env, db);
  await deps.notifications.ready();
  deps.clock.setOffsetSeconds(await readClockOffset({ db }));
  return { deps, close: () => closeAllButDatabase(deps) };
}

function age({ deps }: Process): void {
  deps.startedAt = new Date(deps.startedAt.getTime() - PAST_GRACE_MS);
}

/** One crypto invoice of 25 USD and everything that happens to it. */
export class ChainLife {
  #processes: Process[] = [];

  private constructor(
    readonly world: BillingWorld,
    readonly handling: Handling,
    readonly method: CryptoMethod,
    readonly invoiceId: string,
    readonly address: string,
    /** What the invoice asks for, in the asset. */
    readonly due: number,
  ) {}

  static async begin(world: BillingWorld, handling: Handling, method: CryptoMethod): Promise<ChainLife> {
    await world.chainVerb("faults", { kind: "none" });
    await world.chainVerb("price", { asset: "BTC", usd: LOCKED_PRICE });
    await refreshRates(world.deps);
    const { actor } = await world.person();
    const { invoiceId } = await world.topUp(actor, 25, method);
    const row = await world.deps.db.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
    const life = new ChainLife(
      world,
      handling,
      method,
      invoiceId,
      row.address ?? "",
      Number(row.amountAsset),
    );
    const count = handling === "by two processes at once" ? 2 : 1;
    for (let made = 0; made < count; made += 1) life.#processes.push(await newProcess(world));
    life.#processes.forEach(age);
    return life;
  }

  get asset(): "BTC" | "USDT" {
    return this.method === "CRYPTO_BTC" ? "BTC" : "USDT";
  }

  /** Somebody pays so much of what is due; the ids of the transactions. */
  async pay(share = 1, more: object = {}): Promise<string[]> {
    const amount = (this.due * share).toFixed(this.asset === "BTC" ? 8 : 6);
    const { address, asset } = this;
    return (await this.world.chainVerb("pay", { address, amount, asset, ...more })).txids;
  }

  async mine(n: number, more: object = {}): Promise<void> {
    await this.world.chainVerb("mine", { n, chain: this.asset === "BTC" ? "bitcoin" : "tron", ...more });
    await this.look();
  }

  /** Anything else that a chain does. */
  async happens(verb: string, body: object): Promise<void> {
    await this.world.chainVerb(verb, body);
    await this.look();
  }

  /** Minutes go by, and then somebody looks. */
  async later(minutes: number): Promise<void> {
    await this.passUnseen(minutes);
    await this.look();
  }

  async passUnseen(minutes: number): Promise<void> {
    await this.world.pass(minutes * 60);
    await timeHeard(...this.#processes.map(({ deps }) => deps));
    await refreshRates(this.world.deps);
  }

  /** The price moves; what is promised keeps its own. */
  async price(usd: string): Promise<void> {
    await this.world.chainVerb("price", { asset: "BTC", usd });
    await refreshRates(this.world.deps);
  }

  /** Somebody looks at the address, in this handling's way. */
  async look(): Promise<void> {
    const [first, second] = this.#processes;
    if (!first) throw new Error("no process watches");
    if (this.handling === "by two processes at once" && second) {
      await Promise.all([this.#lookAndApply(first.deps), this.#lookAndApply(second.deps)]);
      return;
    }
    if (this.handling === "by a process that is new at every look") {
      await first.close();
      const fresh = await newProcess(this.world);
      this.#processes = [fresh];
      // Young, it lets nothing expire; then it has lived for a while.
      await this.#watch(fresh.deps);
      age(fresh);
    }
    await this.#watch((this.#processes[0] ?? first).deps);
    if (this.handling === "with every look twice") await this.#watch(first.deps);
  }

  /** All that is known when it is over, in words that do not name this invoice. */
  async end() {
    await this.look();
    for (const process of this.#processes) await process.close();
    const { db } = this.world.deps;
    const { invoiceId } = this;
    const invoice = await db.invoice.findUniqueOrThrow({
      where: { id: invoiceId },
      include: { payments: { orderBy: [{ createdAt: "asc" }, { id: "asc" }] } },
    });
    const [lines, strays, alerts, accounts] = await Promise.all([
      db.walletTransaction.findMany({ where: { userId: invoice.userId }, orderBy: { createdAt: "asc" } }),
      db.unmatchedPayment.findMany({ where: { invoiceId } }),
      db.moneyAlert.findMany({ where: { refId: invoiceId, resolvedAt: null } }),
      db.ledgerAccount.findMany({ where: { userId: invoice.userId } }),
    ]);
    const usd = (micros: bigint) => toDecimal(micros);
    return {
      invoice: `${invoice.status} ${invoice.exception} ${usd(invoice.creditedMicros)}`,
      payments: invoice.payments
        .map(({ status, failureCode, creditedMicros }) =>
          [status, failureCode, usd(creditedMicros)].filter(Boolean).join(" "),
        )
        .sort(),
      credits: lines.map(({ type, status, amountMicros }) => `${type} ${status} ${usd(amountMicros)}`).sort(),
      wallet: usd(accounts.reduce((sum, { balance }) => sum + balance, 0n)),
      strays: strays.map(({ reason, status }) => `${reason} ${status}`).sort(),
      alerts: alerts.map(({ kind }) => kind).sort(),
    };
  }

  async #watch(deps: Deps): Promise<void> {
    await deps.db.$executeRaw`
      UPDATE invoices SET looked_at = now() - interval '7 hours' WHERE id = ${this.invoiceId}::uuid`;
    await watchChain(deps);
  }

  /** Both hold what they saw before either has written. */
  async #lookAndApply(deps: Deps): Promise<void> {
    const invoice = await deps.db.invoice.findUniqueOrThrow({
      where: { id: this.invoiceId },
      include: { payments: true },
    });
    const answer = await deps.crypto.watcher(this.asset).look({
      address: this.address,
      since: invoice.createdAt,
      known: invoice.payments
        .filter(({ status }) => status !== "FAILED")
        .map(({ txid, inputs }) => ({ txid: txid ?? "", spends: inputs })),
    });
    await applyChainView(deps, this.invoiceId, answer.kind === "ok" ? answer.view : null);
  }
}

export type ChainEnd = Awaited<ReturnType<ChainLife["end"]>>;
