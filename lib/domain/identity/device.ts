/** What a browser says about itself, as far as a person can recognise their own device by it. Null = not known. */
export interface Device {
  browser: string | null;
  system: string | null;
  kind: "computer" | "phone" | "tablet" | "program" | "unknown";
}

/** Order matters: Edge and Opera also say Chrome, Chrome also says Safari. */
const BROWSERS: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\b(?:OPR|Opera)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bYaBrowser\//, "Yandex Browser"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, "Chrome"],
  [/\bVersion\/[\d.]+.*\bSafari\//, "Safari"],
];

const SYSTEMS: [RegExp, string, Device["kind"]][] = [
  [/\biPad\b/, "iPadOS", "tablet"],
  [/\biPhone\b/, "iOS", "phone"],
  [/\bAndroid\b(?!.*\bMobile\b)/, "Android", "tablet"],
  [/\bAndroid\b/, "Android", "phone"],
  [/\bWindows\b/, "Windows", "computer"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS", "computer"],
  [/\bCrOS\b/, "ChromeOS", "computer"],
  [/\bLinux\b|\bX11\b/, "Linux", "computer"],
];

const PROGRAM = /^(?:curl|Wget|python-|node|undici|Go-http-client|okhttp|axios|PostmanRuntime)/i;

/** Reads a User-Agent header. Never throws; a header nobody knows gives nulls. */
export function parseDevice(userAgent: string | null): Device {
  if (!userAgent) return { browser: null, system: null, kind: "unknown" };
  const program = PROGRAM.exec(userAgent);
  if (program)
    return { browser: userAgent.split("/")[0]?.slice(0, 40) ?? null, system: null, kind: "program" };
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent));
  return { browser, system: system?.[1] ?? null, kind: system?.[2] ?? "unknown" };
}

/** "Firefox, Linux": what is kept with the session. Empty when nothing is known. */
export function deviceLabel(device: Device): string {
  return [device.browser, device.system].filter(Boolean).join(", ");
}
