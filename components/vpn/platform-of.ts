import type { PlatformApps } from "@/lib/domain/vpn/types";

const KNOWN: readonly [RegExp, PlatformApps["platform"]][] = [
  [/\b(?:Android TV|GoogleTV|BRAVIA|AFT[A-Z]|SMART-TV|AppleTV)\b/i, "tv"],
  [/\bAndroid\b/i, "android"],
  [/\b(?:iPhone|iPad|iPod)\b/i, "ios"],
  [/\bWindows\b/i, "windows"],
  [/\bMac OS X\b|\bMacintosh\b/i, "macos"],
  [/\bLinux\b|\bX11\b/i, "linux"],
];

/** The platform that a browser says it runs on; Android where it says nothing known. */
export function platformOf(userAgent: string): PlatformApps["platform"] {
  return KNOWN.find(([pattern]) => pattern.test(userAgent))?.[1] ?? "android";
}
