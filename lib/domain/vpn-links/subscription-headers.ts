import { wellFormed } from "./well-formed";

export interface SubscriptionFacts {
  /** What the app shows as the name of the list. */
  title: string;
  uploadBytes: bigint;
  downloadBytes: bigint;
  /** Null means unlimited. */
  trafficBytes: bigint | null;
  expiresAt: Date | null;
  updateHours: number;
  pageUrl: string;
  supportUrl: string;
  fileName: string;
  /** One short line that some apps show; empty leaves it out. */
  announcement: string;
}

const inBase64 = (text: string) => `base64:${Buffer.from(wellFormed(text), "utf8").toString("base64")}`;

/** Cut to a number of code points, so that a pair of surrogates is never halved. */
const shortened = (text: string, length: number) => [...text].slice(0, length).join("");

/** upload, download, total (0: unlimited) in bytes and expire (0: never) in seconds: Hiddify drops all if one is missing. */
export function userInfoHeader(facts: SubscriptionFacts): string {
  const expire = facts.expiresAt ? Math.floor(facts.expiresAt.getTime() / 1000) : 0;
  return `upload=${facts.uploadBytes}; download=${facts.downloadBytes}; total=${facts.trafficBytes ?? 0n}; expire=${expire}`;
}

/** Headers that apps read beside the body (v2rayNG, Hiddify, Happ, Clash, sing-box). */
export function subscriptionHeaders(facts: SubscriptionFacts): Record<string, string> {
  const ascii = facts.fileName.replace(/[^A-Za-z0-9._-]+/g, "-");
  return {
    "Subscription-Userinfo": userInfoHeader(facts),
    // Happ shows at most 25 characters.
    "Profile-Title": inBase64(shortened(facts.title, 25)),
    "Profile-Update-Interval": String(facts.updateHours),
    "Profile-Web-Page-Url": facts.pageUrl,
    "Support-Url": facts.supportUrl,
    "Content-Disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(facts.fileName)}`,
    ...(facts.announcement ? { Announce: inBase64(shortened(facts.announcement, 128)) } : {}),
  };
}
