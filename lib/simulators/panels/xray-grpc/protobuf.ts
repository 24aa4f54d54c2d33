/** Protocol Buffers for the simulated core, written apart from the product's so that one mistake is not made twice. */

export type Message = Map<number, (number | bigint | Buffer)[]>;

export function decode(bytes: Buffer): Message {
  const fields: Message = new Map();
  let at = 0;
  const number = (): bigint => {
    let result = 0n;
    let shift = 0n;
    for (;;) {
      if (at >= bytes.length) throw new Error("unexpected EOF");
      const byte = bytes[at++] ?? 0;
      result += BigInt(byte % 128) << shift;
      if (byte < 128) return result;
      shift += 7n;
    }
  };
  while (at < bytes.length) {
    const key = Number(number());
    const values = fields.get(key >> 3) ?? [];
    fields.set(key >> 3, values);
    if (key % 8 === 0) {
      values.push(number());
    } else if (key % 8 === 2) {
      const length = Number(number());
      if (at + length > bytes.length) throw new Error("unexpected EOF");
      values.push(bytes.subarray(at, at + length));
      at += length;
    } else {
      throw new Error("cannot parse invalid wire-format data");
    }
  }
  return fields;
}

export const part = (fields: Message, number: number): Buffer => {
  const value = fields.get(number)?.at(-1);
  return Buffer.isBuffer(value) ? value : Buffer.alloc(0);
};
export const text = (fields: Message, number: number): string => part(fields, number).toString();

function number(value: bigint): number[] {
  return value < 128n ? [Number(value)] : [Number(value % 128n) + 128, ...number(value / 128n)];
}

/** Text, bytes or a number as one field. */
export function encode(field: number, value: string | Buffer | bigint): Buffer {
  if (typeof value === "bigint") return Buffer.from([...number(BigInt(field * 8)), ...number(value)]);
  const bytes = Buffer.from(value);
  return Buffer.concat([
    Buffer.from([...number(BigInt(field * 8 + 2)), ...number(BigInt(bytes.length))]),
    bytes,
  ]);
}
