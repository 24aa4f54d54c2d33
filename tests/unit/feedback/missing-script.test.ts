import { describe, expect, it } from "vitest";
import { isMissingScript, mayReadAnew } from "@/components/feedback/missing-script";

const NOW = Date.UTC(2026, 10, 21, 12);

describe("a script that an update has taken away", () => {
  it("is known by its name, not by its words", () => {
    const gone = Object.assign(new Error("Failed to load chunk /_next/static/chunks/a.js"), {
      name: "ChunkLoadError",
    });
    expect(isMissingScript(gone)).toBe(true);
    expect(isMissingScript(new Error("Failed to load chunk"))).toBe(false);
    expect(isMissingScript("ChunkLoadError")).toBe(false);
  });

  it("makes the page be read anew once, not again and again", () => {
    expect(mayReadAnew(null, NOW)).toBe(true);
    expect(mayReadAnew(String(NOW), NOW)).toBe(false);
    expect(mayReadAnew(String(NOW - 60_000), NOW)).toBe(false);
    expect(mayReadAnew(String(NOW - 60_001), NOW)).toBe(true);
  });

  it("is not misled by a clock that was set back, nor by what is no time", () => {
    expect(mayReadAnew(String(NOW + 3_600_000), NOW)).toBe(true);
    expect(mayReadAnew("soon", NOW)).toBe(false);
  });
});
