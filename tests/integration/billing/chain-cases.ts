import type { ChainEnd, ChainLife, CryptoMethod } from "./chain-life";

const DAY_MINUTES = 24 * 60;

export interface ChainCase {
  name: string;
  method?: CryptoMethod;
  happens(life: ChainLife): Promise<void>;
  ends: Partial<ChainEnd>;
}

const paidOnce = {
  invoice: "PAID NONE 25.00",
  payments: ["SETTLED 25.00"],
  credits: ["DEPOSIT COMPLETED 25.00"],
  wallet: "25.00",
};
const nothing = { credits: [], wallet: "0.00" };

/** What a chain can do to an invoice of 25 USD, locked at 62,500 USD a bitcoin, and where it ends. */
export const CHAIN_CASES: ChainCase[] = [
  {
    name: "paid as asked",
    async happens(life) {
      await life.pay();
      await life.look();
      await life.mine(1);
      await life.mine(1);
    },
    ends: paidOnce,
  },
  {
    name: "underpaid, then expired: the part is in the wallet at the price of the moment",
    async happens(life) {
      await life.pay(0.75);
      await life.mine(2);
      await life.price("60000");
      await life.later(16);
    },
    ends: {
      invoice: "EXPIRED PAID_PARTIAL 18.00",
      payments: ["SETTLED 18.00"],
      credits: ["DEPOSIT COMPLETED 18.00"],
      wallet: "18.00",
    },
  },
  {
    name: "overpaid",
    async happens(life) {
      await life.pay(1.2);
      await life.mine(2);
    },
    ends: {
      invoice: "PAID PAID_OVER 30.00",
      payments: ["SETTLED 30.00"],
      credits: ["DEPOSIT COMPLETED 30.00"],
      wallet: "30.00",
    },
  },
  {
    name: "in two parts",
    async happens(life) {
      await life.pay(0.5);
      await life.mine(1);
      await life.pay(0.5);
      await life.look();
      await life.mine(1);
      await life.mine(1);
    },
    ends: {
      ...paidOnce,
      payments: ["SETTLED 12.50", "SETTLED 12.50"],
      credits: ["DEPOSIT COMPLETED 12.50", "DEPOSIT COMPLETED 12.50"],
    },
  },
  {
    name: "in two parts of which one is late",
    async happens(life) {
      await life.pay(0.5);
      await life.mine(2);
      await life.price("60000");
      await life.later(16);
      await life.pay(0.5);
      await life.look();
      await life.mine(2);
    },
    ends: {
      invoice: "EXPIRED PAID_LATE 24.00",
      payments: ["SETTLED 12.00", "SETTLED 12.00"],
      wallet: "24.00",
    },
  },
  {
    name: "late",
    async happens(life) {
      await life.later(16);
      await life.price("60000");
      await life.pay();
      await life.look();
      await life.mine(2);
    },
    ends: {
      invoice: "EXPIRED PAID_LATE 24.00",
      payments: ["SETTLED 24.00"],
      credits: ["DEPOSIT COMPLETED 24.00"],
      wallet: "24.00",
    },
  },
  {
    name: "in time, in a block hours afterwards",
    async happens(life) {
      await life.pay();
      await life.look();
      await life.price("50000");
      await life.later(180);
      await life.mine(2);
    },
    ends: paidOnce,
  },
  {
    name: "paid in time while nobody looked, until long after the deadline",
    async happens(life) {
      await life.passUnseen(5);
      await life.pay();
      await life.world.chainVerb("mine", { n: 1, chain: "bitcoin" });
      await life.passUnseen(30);
      await life.world.chainVerb("mine", { n: 1, chain: "bitcoin" });
      await life.look();
    },
    ends: paidOnce,
  },
  {
    name: "replaced by a transaction that pays somebody else",
    async happens(life) {
      const [txid] = await life.pay(1, { rbf: true });
      await life.look();
      await life.happens("replace", { txid, mode: "without-output" });
      await life.mine(2);
      await life.later(16);
    },
    ends: { invoice: "EXPIRED NONE 0.00", payments: ["FAILED replaced 0.00"], ...nothing },
  },
  {
    name: "replaced by one with a higher fee, after the deadline",
    async happens(life) {
      const [txid] = await life.pay(1, { rbf: true });
      await life.look();
      await life.later(16);
      await life.happens("replace", { txid, mode: "higher-fee" });
      await life.mine(2);
    },
    ends: { ...paidOnce, payments: ["FAILED replaced 0.00", "SETTLED 25.00"] },
  },
  {
    name: "forgotten by the network, then sent again",
    async happens(life) {
      const [txid] = await life.pay();
      await life.look();
      await life.happens("evict", { txid });
      await life.pay();
      await life.mine(2);
    },
    ends: { invoice: "PAID NONE 25.00", credits: ["DEPOSIT COMPLETED 25.00"], wallet: "25.00" },
  },
  {
    name: "reorganised before it was sure",
    async happens(life) {
      await life.pay();
      await life.mine(1);
      await life.happens("reorg", { depth: 1, chain: "bitcoin" });
      await life.mine(1);
      await life.mine(1);
    },
    ends: paidOnce,
  },
  {
    name: "reorganised and spent elsewhere on the branch that won",
    async happens(life) {
      await life.pay();
      await life.mine(1);
      await life.happens("reorg", { depth: 1, chain: "bitcoin", dropped: true });
      await life.mine(2);
      await life.later(16);
    },
    ends: { invoice: "EXPIRED NONE 0.00", payments: ["FAILED replaced 0.00"], ...nothing },
  },
  {
    name: "reorganised after it was credited: staff is told, nothing moves by itself",
    async happens(life) {
      await life.pay();
      await life.mine(2);
      await life.happens("reorg", { depth: 2, chain: "bitcoin", dropped: true });
      await life.mine(1);
    },
    ends: { ...paidOnce, alerts: ["reorganised_after_credit"] },
  },
  {
    name: "never confirmed, then confirmed when nobody waited any more",
    async happens(life) {
      await life.pay();
      await life.look();
      await life.later(DAY_MINUTES + 16);
      await life.mine(1);
    },
    ends: {
      invoice: "EXPIRED UNCONFIRMED 0.00",
      payments: ["FAILED unconfirmed 0.00"],
      ...nothing,
      strays: ["AFTER_MONITORING OPEN"],
      alerts: ["never_confirmed", "stray_payment"],
    },
  },
  {
    name: "dust",
    async happens(life) {
      await life.happens("dust", { address: life.address, asset: "BTC" });
      await life.mine(2);
      await life.later(16);
    },
    ends: { invoice: "EXPIRED NONE 0.00", payments: [], ...nothing, strays: ["DUST OPEN"], alerts: [] },
  },
  {
    name: "paid in USDT, seen before it is final",
    method: "CRYPTO_USDT",
    async happens(life) {
      await life.pay();
      await life.mine(1);
      await life.mine(30);
    },
    ends: paidOnce,
  },
  {
    name: "paid in a token that only looks like USDT",
    method: "CRYPTO_USDT",
    async happens(life) {
      await life.happens("fakeToken", { address: life.address, amount: "25" });
      await life.mine(30);
      await life.later(16);
    },
    ends: {
      invoice: "EXPIRED NONE 0.00",
      payments: [],
      ...nothing,
      strays: ["WRONG_TOKEN OPEN"],
      alerts: ["stray_payment"],
    },
  },
  {
    name: "an approval, which moves nothing",
    method: "CRYPTO_USDT",
    async happens(life) {
      await life.happens("approvalRow", { address: life.address, amount: "25" });
      await life.mine(30);
      await life.later(16);
    },
    ends: { invoice: "EXPIRED NONE 0.00", payments: [], ...nothing, strays: [], alerts: [] },
  },
  {
    name: "two transfers in one transaction",
    method: "CRYPTO_USDT",
    async happens(life) {
      await life.pay(1, { parts: 2, together: true });
      await life.mine(1);
      await life.mine(30);
    },
    ends: {
      ...paidOnce,
      payments: ["SETTLED 12.50", "SETTLED 12.50"],
      credits: ["DEPOSIT COMPLETED 12.50", "DEPOSIT COMPLETED 12.50"],
    },
  },
  {
    name: "a USDT block that is made again without its transaction",
    method: "CRYPTO_USDT",
    async happens(life) {
      await life.pay();
      await life.mine(1);
      await life.happens("reorg", { depth: 1, chain: "tron" });
      await life.mine(1);
      await life.mine(30);
    },
    ends: paidOnce,
  },
];
