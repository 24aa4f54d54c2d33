import { createRandom, pick } from "../random";
import { simulatedCostMicros, simulatedCount } from "./assortment";
import type { Behaviour } from "./behaviour";
import { COUNTRIES } from "./countries";
import { BRANDS, writeForeignText, writeText } from "./texts";

/** Protocol words: 4 waiting, 2 received, 3 waiting for another, 6 finished, 8 cancelled, 10 refunded at the end. */
export type Status = "4" | "2" | "3" | "6" | "8" | "10";

export interface SimulatedMessage {
  at: number;
  code: string;
  text: string;
}

export interface Activation {
  id: number;
  orderId: string | null;
  service: string;
  country: string;
  operator: string;
  phone: string;
  costMicros: bigint;
  createdAt: number;
  status: Status;
  messages: SimulatedMessage[];
  planned: SimulatedMessage[];
  behaviour: Behaviour;
}

export interface UpstreamOptions {
  seed?: number;
  /** Real milliseconds; tests bring their own. */
  now?: () => number;
  /** How long a text takes, at least and at most. */
  delay?: { minMs: number; maxMs: number };
  /** The first activation's id. Without a seed it is somewhere else each time. */
  firstId?: number;
  apiKey: string;
}

const MINUTE = 60_000;
const WINDOW_MS = 20 * MINUTE;
const EARLY_CANCEL_MS = 2 * MINUTE;
const LATE_MS = WINDOW_MS + MINUTE;
const SECOND_AFTER_MS = 4_000;
const START_BALANCE_MICROS = 1_000_000_000n;
const FIRST_ID = 630_000_000;
/** Ids fit 32 bits: clients of this protocol read them so. */
const ID_RANGE = 1_500_000_000;
const KEEP_ENDED = 2_000;
const PHONE_ATTEMPTS = 2_000;

/** An upstream in memory: stock, money, activations, and the trouble it is told to make. It knows no HTTP. */
export class SmsUpstream {
  readonly apiKey: string;
  balanceMicros = START_BALANCE_MICROS;
  delay: { minMs: number; maxMs: number };
  behaviour: Behaviour = "deliver";
  offsetSeconds = 0;
  refuseUntil = 0;
  readonly activations = new Map<number, Activation>();
  private readonly random: () => number;
  private readonly realNow: () => number;
  private readonly next: Behaviour[] = [];
  private readonly counts = new Map<string, number>();
  private lastId: number;

  constructor(options: UpstreamOptions) {
    this.apiKey = options.apiKey;
    this.random = createRandom(options.seed);
    this.realNow = options.now ?? Date.now;
    this.delay = options.delay ?? { minMs: 3_000, maxMs: 9_000 };
    // A process that starts again remembers nothing, but its customers do: an id must not come twice.
    const firstId = options.seed === undefined ? FIRST_ID + Math.floor(this.random() * ID_RANGE) : FIRST_ID;
    this.lastId = (options.firstId ?? firstId) - 1;
  }

  now(): number {
    return this.realNow() + this.offsetSeconds * 1_000;
  }

  isRefusing(): boolean {
    return this.realNow() < this.refuseUntil;
  }

  refuseFor(seconds: number): void {
    this.refuseUntil = this.realNow() + seconds * 1_000;
  }

  knows(service: string, country: string): { service: boolean; country: boolean } {
    return { service: Object.hasOwn(BRANDS, service), country: Object.hasOwn(COUNTRIES, country) };
  }

  costOf(service: string): bigint {
    return simulatedCostMicros(service);
  }

  /** Of one operator: its share. An operator it does not know is passed over, as the original does. */
  countOf(service: string, country: string, operator?: string): number {
    if (this.behaviour === "dry") return 0;
    const count = this.counts.get(`${service}:${country}`) ?? simulatedCount(service, country);
    const operators = COUNTRIES[country]?.operators ?? [];
    const place = operator ? operators.indexOf(operator) : -1;
    return place < 0 ? count : Math.floor((count + place) / operators.length);
  }

  setBehaviour(behaviour: Behaviour, count?: number): void {
    if (count === undefined) this.behaviour = behaviour;
    else this.next.push(...Array.from({ length: count }, () => behaviour));
  }

  takeBehaviour(): Behaviour {
    return this.next.shift() ?? this.behaviour;
  }

  pendingBehaviours(): number {
    return this.next.length;
  }

  /** The same order id buys once. */
  findByOrder(orderId: string): Activation | undefined {
    return [...this.activations.values()].find((activation) => activation.orderId === orderId);
  }

  /** Null when every number of the country is in use. */
  buy(input: {
    service: string;
    country: string;
    operator: string | null;
    orderId: string | null;
    behaviour: Behaviour;
  }): Activation | null {
    const country = COUNTRIES[input.country];
    if (!country) throw new Error(`no country ${input.country}`);
    const phone = this.freePhone(input.service, input.country);
    if (phone === null) return null;
    this.lastId += 1;
    const price = this.costOf(input.service);
    const costMicros = input.behaviour === "overprice" ? price * 100n : price;
    const activation: Activation = {
      id: this.lastId,
      orderId: input.orderId,
      service: input.service,
      country: input.country,
      operator:
        input.operator && country.operators.includes(input.operator)
          ? input.operator
          : pick(this.random, country.operators),
      phone,
      costMicros,
      createdAt: this.now(),
      status: "4",
      messages: [],
      planned: [],
      behaviour: input.behaviour,
    };
    this.plan(activation);
    this.activations.set(activation.id, activation);
    this.changeCount(activation, -1);
    this.balanceMicros -= costMicros;
    this.forget();
    return activation;
  }

  /** Brings planned texts and the end of the window up to now. */
  settle(activation: Activation): Activation {
    const now = this.now();
    if (activation.status === "4" || activation.status === "3") {
      const due = activation.planned.filter(
        (message) => message.at <= now && message.at <= activation.createdAt + WINDOW_MS,
      );
      if (due.length > 0) {
        activation.messages.push(...due);
        activation.planned = activation.planned.filter((message) => !due.includes(message));
        activation.status = "2";
      }
    }
    if (activation.status === "2" && activation.behaviour === "two") {
      const due = activation.planned.filter((message) => message.at <= now);
      activation.messages.push(...due);
      activation.planned = activation.planned.filter((message) => !due.includes(message));
    }
    if (now > activation.createdAt + WINDOW_MS && this.isLive(activation)) {
      if (activation.messages.length === 0) this.giveBack(activation, "10");
      else activation.status = "6";
    }
    return activation;
  }

  get(id: string | undefined): Activation | undefined {
    const activation = /^\d+$/.test(id ?? "") ? this.activations.get(Number(id)) : undefined;
    return activation && this.settle(activation);
  }

  isLive(activation: Activation): boolean {
    return activation.status === "4" || activation.status === "2" || activation.status === "3";
  }

  live(): Activation[] {
    return [...this.activations.values()]
      .map((activation) => this.settle(activation))
      .filter((one) => this.isLive(one));
  }

  cancel(activation: Activation): "ACCESS_CANCEL" | "EARLY_CANCEL_DENIED" | "BAD_STATUS" {
    if (!this.isLive(activation) || activation.messages.length > 0) return "BAD_STATUS";
    if (this.now() < activation.createdAt + EARLY_CANCEL_MS) return "EARLY_CANCEL_DENIED";
    if (activation.behaviour === "code-at-cancel") {
      this.deliver(activation);
      return "BAD_STATUS";
    }
    this.giveBack(activation, "8");
    return "ACCESS_CANCEL";
  }

  finish(activation: Activation): "ACCESS_ACTIVATION" | "BAD_STATUS" {
    if (!this.isLive(activation) || activation.messages.length === 0) return "BAD_STATUS";
    activation.status = "6";
    return "ACCESS_ACTIVATION";
  }

  askAnother(activation: Activation): "ACCESS_RETRY_GET" | "BAD_STATUS" {
    if (activation.status !== "2") return "BAD_STATUS";
    activation.status = "3";
    if (activation.planned.length === 0) this.planText(activation, this.textDelay());
    return "ACCESS_RETRY_GET";
  }

  /** Delivers at once, also what nobody planned. */
  deliver(activation: Activation, given?: { text?: string; code?: string }): SimulatedMessage {
    const written = this.write(activation);
    const message = { at: this.now(), code: given?.code ?? written.code, text: given?.text ?? written.text };
    activation.messages.push(message);
    if (this.isLive(activation)) activation.status = "2";
    return message;
  }

  reset(): void {
    this.activations.clear();
    this.counts.clear();
    this.next.length = 0;
    this.behaviour = "deliver";
    this.refuseUntil = 0;
    this.balanceMicros = START_BALANCE_MICROS;
  }

  private textDelay(): number {
    return this.delay.minMs + this.random() * (this.delay.maxMs - this.delay.minMs);
  }

  private write(activation: Activation): { code: string; text: string } {
    const language = COUNTRIES[activation.country]?.language ?? "en";
    return activation.behaviour === "wrong-sender"
      ? writeForeignText(this.random, activation.service, language)
      : writeText(this.random, activation.service, language);
  }

  private planText(activation: Activation, afterMs: number): void {
    activation.planned.push({ at: this.now() + afterMs, ...this.write(activation) });
  }

  /** Another fate for a number that was sold already; what had come stays. */
  changeBehaviour(activation: Activation, behaviour: Behaviour): void {
    activation.behaviour = behaviour;
    activation.planned = [];
    this.plan(activation);
  }

  private plan(activation: Activation): void {
    if (activation.behaviour === "silent" || activation.behaviour === "code-at-cancel") return;
    const first = activation.behaviour === "late" ? LATE_MS : this.textDelay();
    this.planText(activation, first);
    if (activation.behaviour === "two") this.planText(activation, first + SECOND_AFTER_MS);
  }

  /** Money and number go back where they came from. */
  private giveBack(activation: Activation, status: "8" | "10"): void {
    activation.status = status;
    this.balanceMicros += activation.costMicros;
    this.changeCount(activation, 1);
  }

  private changeCount({ service, country }: Activation, by: number): void {
    const key = `${service}:${country}`;
    this.counts.set(key, (this.counts.get(key) ?? simulatedCount(service, country)) + by);
  }

  /** In use, or used up for this service. Null when the country's range is as good as exhausted. */
  private freePhone(service: string, country: string): string | null {
    const taken = new Set(
      [...this.activations.values()]
        .filter((one) => this.isLive(one) || (one.service === service && one.messages.length > 0))
        .map((one) => one.phone),
    );
    for (let attempt = 0; attempt < PHONE_ATTEMPTS; attempt += 1) {
      const phone = COUNTRIES[country]?.number(this.random);
      if (phone && !taken.has(phone)) return phone;
    }
    return null;
  }

  /** Memory is bounded: the oldest ended activations go. */
  private forget(): void {
    for (const [id, activation] of this.activations) {
      if (this.activations.size <= KEEP_ENDED) return;
      if (!this.isLive(activation)) this.activations.delete(id);
    }
  }
}
