/** Protocol Buffers on the wire, as far as cores need it: varints and length-delimited fields (protobuf.dev, "Encoding"). */

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;
const MORE = 0x80n;
const LOW_BITS = 0x7fn;

export interface Field {
  number: number;
  /** A varint's value as it stands (64 bits, no sign), or the bytes of everything else. */
  value: bigint | Buffer;
}

function varint(value: bigint): Buffer {
  const bytes: number[] = [];
  let left = BigInt.asUintN(64, value);
  while (left >= MORE) {
    bytes.push(Number((left & LOW_BITS) | MORE));
    left >>= 7n;
  }
  bytes.push(Number(left));
  return Buffer.from(bytes);
}

const key = (number: number, type: number) => varint(BigInt(number * 8 + type));

/** A field of text, bytes or another message; nothing for what is empty, as proto3 has it. */
export function bytesField(number: number, value: string | Uint8Array): Buffer {
  const bytes = typeof value === "string" ? Buffer.from(value, "utf8") : value;
  if (bytes.length === 0) return Buffer.alloc(0);
  return Buffer.concat([key(number, BYTES), varint(BigInt(bytes.length)), bytes]);
}

export function numberField(number: number, value: number | bigint): Buffer {
  return BigInt(value) === 0n ? Buffer.alloc(0) : Buffer.concat([key(number, VARINT), varint(BigInt(value))]);
}

export const message = (...fields: Buffer[]): Buffer => Buffer.concat(fields);

class Reader {
  private at = 0;
  constructor(private readonly bytes: Buffer) {}

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  varint(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.bytes[this.at];
      if (byte === undefined) break;
      this.at += 1;
      value |= (BigInt(byte) & LOW_BITS) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw new Error("a number in the message has no end");
  }

  take(length: number): Buffer {
    if (length > this.bytes.length - this.at) throw new Error("the message ends too early");
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

/** The fields of a message in their order. Throws on bytes that are none. */
export function readFields(bytes: Buffer): Field[] {
  const reader = new Reader(bytes);
  const fields: Field[] = [];
  while (!reader.isAtEnd) {
    const tag = Number(reader.varint());
    const number = Math.floor(tag / 8);
    if (number === 0) throw new Error("a field of the message has no number");
    const type = tag % 8;
    if (type === VARINT) fields.push({ number, value: reader.varint() });
    else if (type === BYTES) fields.push({ number, value: reader.take(Number(reader.varint())) });
    else if (type === FIXED64) fields.push({ number, value: reader.take(8) });
    else if (type === FIXED32) fields.push({ number, value: reader.take(4) });
    else throw new Error("a field of the message has an unknown type");
  }
  return fields;
}

const last = (fields: readonly Field[], number: number) =>
  fields.findLast((field) => field.number === number)?.value;

export function bytesOf(fields: readonly Field[], number: number): Buffer {
  const value = last(fields, number);
  return typeof value === "object" ? value : Buffer.alloc(0);
}

export const textOf = (fields: readonly Field[], number: number): string =>
  bytesOf(fields, number).toString("utf8");

export function numberOf(fields: readonly Field[], number: number): bigint {
  const value = last(fields, number);
  return typeof value === "bigint" ? value : 0n;
}

/** Every occurrence of a repeated message. */
export function messagesOf(fields: readonly Field[], number: number): Field[][] {
  return fields.flatMap((field) =>
    field.number === number && typeof field.value === "object" ? [readFields(field.value)] : [],
  );
}
