/** What a sandbox order does. Times are seconds after the order began, or after a further SMS was asked for. */
export interface SandboxScript {
  /** Written as an operator it chooses the script. */
  name: string;
  /** The last digit of its numbers; as the last digit of a wish it chooses the script. */
  digit: string;
  messages: { afterSeconds: number; isForeign?: true }[];
  windowSeconds: number;
  cancelAfterSeconds: number;
  /** What a further SMS that is asked for does; null: it never comes. */
  anotherAfterSeconds: number | null;
  /** Nothing is sold at all. */
  isSoldOut?: true;
}

const WINDOW = 900;
const SHORT_WINDOW = 20;
const SOON = 2;

const script = (name: string, digit: string, rest: Partial<SandboxScript>): SandboxScript => ({
  name,
  digit,
  messages: [],
  windowSeconds: WINDOW,
  cancelAfterSeconds: 0,
  anotherAfterSeconds: SOON,
  ...rest,
});

const ARRIVES = script("arrives", "0", { messages: [{ afterSeconds: SOON }] });

/** Everything a sandbox order can do; the same table for people is docs/sandbox.md. */
export const SANDBOX_SCRIPTS: readonly SandboxScript[] = [
  ARRIVES,
  script("slow", "1", { messages: [{ afterSeconds: 30 }] }),
  script("two", "2", { messages: [{ afterSeconds: SOON }, { afterSeconds: 6 }] }),
  script("wrong-sender", "3", { messages: [{ afterSeconds: SOON, isForeign: true }] }),
  script("none", "4", { anotherAfterSeconds: null }),
  script("expires", "5", { windowSeconds: SHORT_WINDOW, anotherAfterSeconds: null }),
  script("late", "6", { messages: [{ afterSeconds: SHORT_WINDOW + 5 }], windowSeconds: SHORT_WINDOW }),
  script("sold-out", "7", { isSoldOut: true }),
  script("no-cancel", "8", { cancelAfterSeconds: 120, anotherAfterSeconds: null }),
  script("one-only", "9", { messages: [{ afterSeconds: SOON }], anotherAfterSeconds: null }),
];

/** By service code; every other service's SMS arrives. */
const SCRIPT_OF_SERVICE: Readonly<Record<string, string>> = {
  vi: "slow",
  tw: "two",
  oi: "wrong-sender",
  mt: "none",
  me: "late",
};

const byName = (name: string | undefined) => SANDBOX_SCRIPTS.find((known) => known.name === name);

export interface SandboxWish {
  serviceCode: string;
  operator?: string | undefined;
  /** Digits; the last one counts. */
  numberWish?: string | undefined;
}

/** The script that an operator's name asks for; undefined when it is a real operator's. */
export function scriptByOperator(operator: string | undefined): SandboxScript | undefined {
  return byName(operator?.toLowerCase().replaceAll("_", "-"));
}

/** The operator's name comes first, then the wish's last digit, then the service. */
export function chooseScript({ serviceCode, operator, numberWish }: SandboxWish): SandboxScript {
  const digit = numberWish?.at(-1);
  return (
    scriptByOperator(operator) ??
    SANDBOX_SCRIPTS.find((known) => known.digit === digit) ??
    byName(SCRIPT_OF_SERVICE[serviceCode]) ??
    ARRIVES
  );
}

/** The script of an order that exists: its number says it. */
export function scriptOfPhone(phoneE164: string): SandboxScript {
  return SANDBOX_SCRIPTS.find(({ digit }) => digit === phoneE164.at(-1)) ?? ARRIVES;
}
