import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { drawPlainPage } from "@/lib/http/plain-page";
import { drawRefusalPage, readsPages } from "@/lib/http/refusal-page";

describe("who is shown a page in place of a problem", () => {
  it.each([
    ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true],
    ["application/json, text/html;q=0.5", true],
    ["TEXT/HTML; charset=utf-8", true],
    ["*/*", false],
    ["application/json", false],
    ["text/x-component", false],
    ["text/html;q=0", false],
    ["", false],
    [undefined, false],
  ])("%s: %s", (accept, expected) => expect(readsPages(accept)).toBe(expected));
});

describe("the page of a refusal", () => {
  it.each([
    ["/%E0%A4%A", "en", "ltr", "/"],
    ["/fa/%E0%A4%A", "fa", "rtl", "/fa"],
    ["/fa?x=%", "fa", "rtl", "/fa"],
    ["/pt-BR/numbers/%00", "pt-BR", "ltr", "/pt-BR"],
    ["/fantasy/%", "en", "ltr", "/"],
  ])("%s speaks %s and leads home", (address, locale, direction, home) => {
    const { html } = drawRefusalPage("malformed_address", address);
    expect(html).toContain(`<html lang="${locale}" dir="${direction}">`);
    expect(html).toContain(`href="${home}"`);
  });

  it("never repeats the address, whatever it holds", () => {
    expect(drawRefusalPage("malformed_address", "/<script>alert(1)</script>%").html).not.toContain("alert");
  });

  it("runs no script", () => {
    const { html, policy } = drawRefusalPage("unavailable", "/");
    expect(html).not.toContain("<script");
    expect(policy).not.toContain("script-src");
  });
});

it("a page's own script is the only one that its policy allows", () => {
  const script = "document.title='back'";
  const { html, policy } = drawPlainPage({
    locale: "en",
    title: "a",
    text: "b",
    link: { href: "", label: "c" },
    script,
  });
  const inside = /<script>(.*)<\/script>/s.exec(html)?.[1] ?? "";
  expect(policy).toContain(`'sha256-${createHash("sha256").update(inside).digest("base64")}'`);
});
