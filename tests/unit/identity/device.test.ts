import { describe, expect, it } from "vitest";
import { deviceLabel, parseDevice } from "@/lib/domain/identity/device";

const AGENTS: [string, string, string, string][] = [
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox", "Linux", "computer"],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0",
    "Edge",
    "Windows",
    "computer",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
    "Safari",
    "macOS",
    "computer",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/156.0 Mobile/15E148 Safari/604.1",
    "Chrome",
    "iOS",
    "phone",
  ],
  [
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36",
    "Chrome",
    "Android",
    "phone",
  ],
  [
    "Mozilla/5.0 (Linux; Android 15; SM-X910) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Safari/537.36",
    "Samsung Internet",
    "Android",
    "tablet",
  ],
];

describe("parseDevice", () => {
  it.each(AGENTS)("reads %s", (userAgent, browser, system, kind) => {
    expect(parseDevice(userAgent)).toEqual({ browser, system, kind });
    expect(deviceLabel(parseDevice(userAgent))).toBe(`${browser}, ${system}`);
  });

  it("calls programs programs, and says nothing of what it does not know", () => {
    expect(parseDevice("curl/8.5.0")).toEqual({ browser: "curl", system: null, kind: "program" });
    expect(parseDevice("something odd")).toEqual({ browser: null, system: null, kind: "unknown" });
    expect(parseDevice(null)).toEqual({ browser: null, system: null, kind: "unknown" });
    expect(deviceLabel(parseDevice(null))).toBe("");
  });
});
