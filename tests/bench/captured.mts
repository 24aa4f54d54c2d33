import { Client } from "pg";

/** One statement as it went over the wire. */
export interface Sent {
  text: string;
  values: unknown[];
}

/** Writes down every statement that any pg client of this process sends while `work` runs. */
export async function capture(work: () => Promise<void>): Promise<Sent[]> {
  const sent: Sent[] = [];
  const real = Client.prototype.query;
  Client.prototype.query = function query(this: Client, ...args: unknown[]) {
    const [first, second] = args;
    const config = (typeof first === "string" ? { text: first, values: second } : first) as Partial<Sent>;
    sent.push({ text: config.text ?? "", values: Array.isArray(config.values) ? config.values : [] });
    return Reflect.apply(real, this, args);
  } as typeof real;
  try {
    await work();
  } finally {
    Client.prototype.query = real;
  }
  return sent;
}

/** What a value of a captured statement stands for. */
export type Part =
  | { kind: "constant"; value: unknown }
  | { kind: "order" | "user" | "username" | "key" | "uuid" };

export interface Step {
  text: string;
  parts: Part[];
}

export interface Named {
  order: string;
  user: string;
  username: string;
  key: string;
}

/** The statements of one rent with what changes from rent to rent left open; `other` is another rent's, to tell. */
export function generalize(sent: Sent[], named: Named, other: Sent[]): Step[] {
  if (sent.length !== other.length) throw new Error("two rents sent different statements");
  const roles = new Map<unknown, Part>([
    [named.order, { kind: "order" }],
    [named.user, { kind: "user" }],
    [named.username, { kind: "username" }],
    [named.key, { kind: "key" }],
  ]);
  return sent.map(({ text, values }, index) => {
    if (other[index]?.text !== text) throw new Error("two rents sent different statements");
    const parts = values.map((value, position): Part => {
      const role = roles.get(value);
      if (role) return role;
      return other[index]?.values[position] === value ? { kind: "constant", value } : { kind: "uuid" };
    });
    return { text, parts };
  });
}
