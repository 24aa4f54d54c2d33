import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bytesField,
  bytesOf,
  message,
  messagesOf,
  numberField,
  numberOf,
  readFields,
  textOf,
} from "@/lib/integrations/vpn-panels/xray-grpc/wire";
import { decode, encode, part, text } from "@/lib/simulators/panels/xray-grpc/protobuf";

const number = fc.integer({ min: 1, max: 2_000 });
const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 });
const uint64 = fc.bigInt({ min: 1n, max: 2n ** 64n - 1n });

describe("Protocol Buffers, written twice", () => {
  test("what the product writes is read by the simulated core", () => {
    fc.assert(
      fc.property(number, words, uint64, (field, said, count) => {
        const bytes = message(bytesField(field, said), numberField(field + 1, count));
        const read = decode(bytes);
        expect(text(read, field)).toBe(said);
        expect(read.get(field + 1)).toEqual([count]);
      }),
    );
  });

  test("what the simulated core writes is read by the product", () => {
    fc.assert(
      fc.property(number, words, uint64, (field, said, count) => {
        const inner = Buffer.concat([encode(field, said), encode(field + 1, count)]);
        const read = readFields(Buffer.concat([encode(field, inner), encode(field, inner)]));
        const all = messagesOf(read, field);
        expect(all.map((fields) => [textOf(fields, field), numberOf(fields, field + 1)])).toEqual([
          [said, count],
          [said, count],
        ]);
        expect(bytesOf(read, field)).toEqual(part(decode(encode(field, inner)), field));
      }),
    );
  });

  test("bytes that are cut off are refused, never read as something else", () => {
    fc.assert(
      fc.property(number, words, (field, said) => {
        const whole = bytesField(field, said);
        expect(() => readFields(whole.subarray(0, -1))).toThrow();
      }),
    );
  });

  test("any bytes are read or refused", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          expect(Array.isArray(readFields(Buffer.from(bytes)))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
    );
  });

  test("empty text and zero take no room, as proto3 has it", () => {
    expect(message(bytesField(1, ""), numberField(2, 0))).toHaveLength(0);
  });

  test("the bytes of the specification's own example", () => {
    // protobuf.dev, "Encoding": a field 1 of 150, and a field 2 of "testing".
    expect(message(numberField(1, 150), bytesField(2, "testing")).toString("hex")).toBe(
      "089601120774657374696e67",
    );
  });
});
