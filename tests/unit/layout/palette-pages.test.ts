import { readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { PALETTE_COMMANDS } from "@/components/palette/palette-commands";
import { LEGAL_TEXTS } from "@/lib/domain/settings/schema";

const PAGES = join(import.meta.dirname, "../../../app/[locale]");
/** Whoever has the palette is signed in, or comes from a mail with a secret in its address. */
const NOT_LISTED = ["/sign-in", "/sign-up", "/forgot-password", "/reset-password", "/verify-email"];

/** Every page that is not about one thing, without the groups of its folder. */
function standingPages(): string[] {
  const files = readdirSync(PAGES, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(`page.tsx`) && !file.includes("["))
    .map((file) => file.split(sep).slice(0, -1))
    .map((folders) => `/${folders.filter((folder) => !folder.startsWith("(")).join("/")}`);
}

describe("the palette's pages", () => {
  it("are all that stand by themselves", () => {
    const legal = LEGAL_TEXTS.map((text) => `/legal/${text}`);
    const wanted = [...standingPages(), ...legal].filter((page) => !NOT_LISTED.includes(page));
    expect(PALETTE_COMMANDS.map(({ href }) => href).sort()).toEqual(wanted.sort());
  });
});
