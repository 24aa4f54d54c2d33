import type {
  BuyAnswer,
  BuyInput,
  CancelAnswer,
  SmsProvider,
  UpstreamActivation,
} from "@/lib/domain/supply/ports";

const SILENT = { kind: "unavailable", error: "connection refused" } as const;

export interface FakeActivation extends UpstreamActivation {
  state: "live" | "canceled" | "finished";
}

/** A supplier in memory, told by the test what to do. */
export class FakeUpstream implements SmsProvider {
  readonly activations = new Map<string, FakeActivation>();
  readonly bought: BuyInput[] = [];
  readonly canceled: string[] = [];
  readonly finished: string[] = [];
  readonly resent: string[] = [];
  isDead = false;
  costMicros = 100_000n;
  cancelAfterSeconds = 0;
  windowSeconds = 1_200;
  /** What the next purchases answer instead of selling. "lost": it sells, and the answer is lost. */
  nextBuys: (BuyAnswer | "lost")[] = [];
  nextCancels: CancelAnswer[] = [];
  nextPhones: string[] = [];
  offers: { serviceCode: string; countryLegacyId: number; costMicros: bigint; count: number }[] = [];
  /** What it has by operator: of each service, this many. */
  operatorCounts: Record<string, number> = {};
  /** The operator it names when it sells; what was asked for when null. */
  soldOperator: string | null = null;
  #last = 0;

  async buy(input: BuyInput): Promise<BuyAnswer> {
    this.bought.push(input);
    const scripted = this.nextBuys.shift();
    if (scripted && scripted !== "lost") return scripted;
    if (this.isDead) return { kind: "unknown", error: "connection refused" };
    this.#last += 1;
    const upstreamOrderId = String(900_000 + this.#last);
    const activation: FakeActivation = {
      upstreamOrderId,
      serviceCode: input.serviceCode,
      countryLegacyId: input.countryLegacyId,
      phoneE164: this.nextPhones.shift() ?? `+55119${String(10_000_000 + this.#last)}`,
      costMicros: this.costMicros,
      startedAt: new Date(),
      status: "waiting",
      codes: [],
      texts: [],
      state: "live",
    };
    this.activations.set(upstreamOrderId, activation);
    if (scripted === "lost") return { kind: "unknown", error: "timed out" };
    const { cancelAfterSeconds, windowSeconds } = this;
    const operator = this.soldOperator ?? input.operator;
    return {
      kind: "bought",
      ...activation,
      cancelAfterSeconds,
      windowSeconds,
      ...(operator ? { operator } : {}),
    };
  }

  /** An SMS reaches the number there. */
  deliver(upstreamOrderId: string, text: string, code: string): void {
    const activation = this.activations.get(upstreamOrderId);
    if (!activation) throw new Error(`no activation ${upstreamOrderId}`);
    activation.texts.push(text);
    activation.codes.push(code);
    activation.status = "received";
  }

  get live(): FakeActivation[] {
    return [...this.activations.values()].filter(({ state }) => state === "live");
  }

  async listActive() {
    if (this.isDead) return SILENT;
    return { kind: "ok" as const, activations: this.live.map((activation) => structuredClone(activation)) };
  }

  async getState(upstreamOrderId: string) {
    if (this.isDead) return SILENT;
    const activation = this.activations.get(upstreamOrderId);
    if (!activation) return { kind: "unknown_order" as const };
    if (activation.state !== "live") return { kind: "canceled" as const };
    const [code, text] = [activation.codes.at(-1) ?? null, activation.texts.at(-1) ?? null];
    return code ? { kind: "received" as const, code, text, receivedAt: null } : { kind: "waiting" as const };
  }

  async requestAnother(upstreamOrderId: string) {
    if (this.isDead) return SILENT;
    this.resent.push(upstreamOrderId);
    return { kind: "ok" as const };
  }

  async finish(upstreamOrderId: string) {
    if (this.isDead) return SILENT;
    this.finished.push(upstreamOrderId);
    const activation = this.activations.get(upstreamOrderId);
    if (activation) activation.state = "finished";
    return { kind: "ok" as const };
  }

  async cancel(upstreamOrderId: string): Promise<CancelAnswer> {
    const scripted = this.nextCancels.shift();
    if (scripted) return scripted;
    if (this.isDead) return SILENT;
    const activation = this.activations.get(upstreamOrderId);
    if (activation?.state !== "live") return { kind: "gone" };
    const [code, text] = [activation.codes.at(-1) ?? null, activation.texts.at(-1) ?? null];
    if (code) return { kind: "has_code", code, text };
    activation.state = "canceled";
    this.canceled.push(upstreamOrderId);
    return { kind: "canceled" };
  }

  async balance() {
    return this.isDead ? SILENT : { kind: "ok" as const, balanceMicros: 50_000_000n };
  }

  async operators() {
    const operators = Object.keys(this.operatorCounts);
    return this.isDead ? SILENT : { kind: "ok" as const, countries: [{ countryLegacyId: 73, operators }] };
  }

  async operatorStock(_country: number, operator: string) {
    const count = this.operatorCounts[operator] ?? 0;
    const counts = new Map(this.offers.map(({ serviceCode }) => [serviceCode, count]));
    return this.isDead ? SILENT : { kind: "ok" as const, counts };
  }

  async catalog() {
    return this.isDead ? SILENT : { kind: "ok" as const, offers: this.offers };
  }
}
