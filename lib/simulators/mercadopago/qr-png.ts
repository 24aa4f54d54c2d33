import { crc32, deflateSync } from "node:zlib";
import { encode } from "uqr";

const SCALE = 6;
const BORDER = 4;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), frame.length - 4);
  return frame;
}

/** A QR code as a PNG of one bit per pixel (PNG 1.2, colour type 0). */
export function qrPng(text: string): Buffer {
  const { data } = encode(text, { ecc: "M", border: BORDER });
  const size = data.length * SCALE;
  const bytesPerRow = Math.ceil(size / 8);
  const rows = Buffer.alloc(size * (bytesPerRow + 1), 0);
  for (let y = 0; y < size; y += 1) {
    const start = y * (bytesPerRow + 1) + 1;
    for (let x = 0; x < size; x += 1) {
      const isDark = data[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)] === true;
      const at = start + (x >> 3);
      if (!isDark) rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header[8] = 1;
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
