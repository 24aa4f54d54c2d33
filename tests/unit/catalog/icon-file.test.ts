import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { iconContent, readIconFile } from "@/lib/domain/catalog/icon-file";
import { MAX_ICON_BYTES } from "@/lib/domain/catalog/types";

const bytes = (text: string) => new TextEncoder().encode(text);
const svg = (inside: string, attributes = "") =>
  bytes(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" ${attributes}>${inside}</svg>`);
const word = (value: number) => [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
const chunk = (type: string, data: number[]) => {
  const named = [...bytes(type), ...data];
  return [...word(data.length), ...named, ...word(crc32(new Uint8Array(named)))];
};
const png = (width: number, height: number) =>
  new Uint8Array([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk("IHDR", [...word(width), ...word(height), 8, 6, 0, 0, 0]),
    ...chunk("IDAT", [1, 2, 3]),
    ...chunk("IEND", []),
  ]);
const spoiled = (file: Uint8Array, at: number) => file.with(at, (file[at] ?? 0) ^ 1);

function drawn(file: Uint8Array): string {
  const read = readIconFile(file);
  if (!read.ok) throw new Error(read.reason);
  return new TextDecoder().decode(iconContent(read.icon)?.bytes);
}

describe("an uploaded icon", () => {
  it.each([
    ["a script", svg("<script>alert(1)</script>"), "script"],
    ["a script of a namespace", svg('<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>'), "script"],
    ["foreign content", svg("<foreignObject><p>hi</p></foreignObject>"), "foreignObject"],
    ["an event handler", svg('<path d="M0 0" onload="alert(1)"/>'), "onload"],
    ["a handler on the root", svg("", 'ONLOAD="x"'), "ONLOAD"],
    ["a link", svg('<a href="https://example.test"><path d="M0 0"/></a>'), "a"],
    ["a picture from elsewhere", svg('<image href="https://example.test/a.png"/>'), "image"],
    ["a use from elsewhere", svg('<use href="https://example.test/a.svg#b"/>'), "href"],
    ["a hidden scheme", svg('<use xlink:href="java&#x73;cript:alert(1)"/>'), "xlink:href"],
    ["a fill from elsewhere", svg('<path fill="url(https://example.test/#a)"/>'), "fill"],
    ["a style that fetches", svg('<path style="background:u\trl(//example.test)"/>'), "style"],
    ["a style sheet", svg("<style>@import 'https://example.test'</style>"), "style"],
    ["animation of a link", svg('<set attributeName="href" to="javascript:1"/>'), "set"],
  ])("with %s is refused with what was found", (_, file, found) => {
    expect(readIconFile(file)).toEqual({ ok: false, reason: "icon_unsafe", details: { found } });
  });

  it("with an entity is refused", () => {
    const file = bytes('<!DOCTYPE svg [<!ENTITY x "y">]><svg>&x;</svg>');
    expect(readIconFile(file)).toMatchObject({ ok: false, reason: "icon_unsafe" });
  });

  it.each([
    ["text", bytes("hello")],
    ["a page", bytes("<html><body></body></html>")],
    ["an unclosed drawing", bytes("<svg><g></svg>")],
    ["two drawings", bytes("<svg></svg><svg></svg>")],
    ["nothing", new Uint8Array()],
    ["the beginning of a picture", png(8, 8).slice(0, 30)],
    ["a picture without its end", png(8, 8).slice(0, -12)],
    ["a picture whose last chunk lost a byte", png(8, 8).slice(0, -1)],
    ["a picture with a changed byte in its data", spoiled(png(8, 8), 42)],
    ["a chunk longer than the file", spoiled(png(8, 8), 33)],
    ["a JPEG", new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
  ])("that is %s is no icon", (_, file) => {
    expect(readIconFile(file)).toEqual({ ok: false, reason: "icon_unreadable" });
  });

  it("is drawn anew without what is unknown", () => {
    const file = svg(
      '<!-- made by --><metadata><x:y xmlns:x="z">t</x:y></metadata><title>A &amp; B</title><path data-x="1" class="k" d="M0 0h8" fill="url(#g)"/>',
    );
    expect(drawn(file)).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><title>A &amp; B</title><path d="M0 0h8" fill="url(#g)"/></svg>',
    );
  });

  it("as PNG is known by its signature and its size", () => {
    expect(readIconFile(png(32, 32)).ok).toBe(true);
    expect(readIconFile(png(4_000, 32))).toEqual({ ok: false, reason: "icon_too_large" });
  });

  it("that is too large is refused before it is read", () => {
    expect(readIconFile(new Uint8Array(MAX_ICON_BYTES + 1))).toEqual({ ok: false, reason: "icon_too_large" });
  });
});
