import { hash } from "node:crypto";
import type { Deps } from "@/lib/deps";
import { getSetting } from "@/lib/domain/settings/queries";
import { readServedInbounds } from "@/lib/domain/vpn/queries/served-inbounds";
import {
  readSubscriptionContents,
  type SubscriptionContent,
} from "@/lib/domain/vpn/queries/subscription-content";
import {
  CONTENT_TYPES,
  formatByName,
  knowsXhttp,
  negotiateFormat,
  type SubscriptionFormat,
} from "@/lib/domain/vpn-links/document-format";
import { noticeProfiles } from "@/lib/domain/vpn-links/notice-profiles";
import { subscriptionHeaders } from "@/lib/domain/vpn-links/subscription-headers";
import { wireguardFileName } from "@/lib/domain/vpn-links/wireguard-conf";
import { routes } from "@/lib/routes";
import { documentBody } from "./document-body";
import { documentHeaders } from "./document-headers";
import { gathered } from "./gathered";
import { type KeptDocument, keepDocuments } from "./kept-documents";
import { keepParts } from "./kept-parts";
import { subscriptionWords } from "./notice-lines";

/** How often apps ask by themselves. */
const UPDATE_HOURS = 12;
/** Notifications keep documents true, and a lost line is noticed in seconds; whatever neither of them told ends here. */
const KEPT_FOR_MS = 5 * 60_000;
/** There is one brand. */
const SHOP = "shop";
const GATHERING = { questions: 2, keysEach: 64 };

const FILE_ENDINGS: Record<SubscriptionFormat, string> = {
  base64: "txt",
  links: "txt",
  mihomo: "yaml",
  "sing-box": "json",
  xray: "json",
  wireguard: "conf",
  outline: "json",
};

/** What an app says of itself. */
export interface AskedBy {
  /** The value of `?format=`. */
  format: string | undefined;
  accept: string;
  userAgent: string;
}

/** One document: a token in one form. */
export interface Asked {
  token: string;
  key: string;
  format: SubscriptionFormat;
  xhttp: boolean;
}

export interface SubscriptionDesk {
  /** The document that is kept, if it is still true. */
  kept(asked: Asked): KeptDocument | null;
  /** Makes it from the database. Null for a token nobody has, and for a form that cannot say it. */
  make(asked: Asked): Promise<KeptDocument | null>;
  /** The language of who has this token; null when nobody has it. */
  ownersLocale(token: string): Promise<string | null>;
  count(): number;
}

export const tokenDigest = (token: string): string => hash("sha256", token, "base64url");

/** The format asked for by name, else by who asks; null for a name nobody knows. */
export function formatOf({ format, accept, userAgent }: AskedBy): SubscriptionFormat | "page" | null {
  if (format !== undefined && format !== "") return formatByName(format);
  return negotiateFormat({ accept, userAgent });
}

export function askedFor(token: string, format: SubscriptionFormat, userAgent: string): Asked {
  const xhttp = knowsXhttp(userAgent);
  return { token, format, xhttp, key: `${token} ${format} ${xhttp}` };
}

function fileName(format: SubscriptionFormat, content: SubscriptionContent): string {
  if (format === "wireguard") return wireguardFileName(content.planName);
  return `subscription-${content.number}.${FILE_ENDINGS[format]}`;
}

/** Hands out the documents of secret links: kept ones while they are true, else made from one question for many. */
export function openSubscriptionDesk(deps: Deps): SubscriptionDesk {
  const documents = keepDocuments(deps.notifications);
  const origin = deps.publicOrigin;
  const keeping = { now: () => deps.clock.securityNow().getTime(), forMs: KEPT_FOR_MS };
  const inboundsOf = keepParts(deps.notifications, (ids) => readServedInbounds(deps, ids), keeping);
  const brands = keepParts(
    deps.notifications,
    async (ids) => {
      const { value } = await getSetting(deps, "brand");
      return new Map(ids.map((id) => [id, value.name]));
    },
    keeping,
  );
  const read = gathered(async (tokens: string[]) => {
    const [contents, names] = await Promise.all([
      readSubscriptionContents(deps, tokens, inboundsOf),
      brands([SHOP]),
    ]);
    const brand = names.get(SHOP) ?? "";
    return new Map([...contents].map(([token, content]) => [token, { content, brand }] as const));
  }, GATHERING);

  async function render(
    { token, format, xhttp }: Asked,
    content: SubscriptionContent,
    brand: string,
  ): Promise<KeptDocument | null> {
    const renewUrl = `${origin}${routes.subscription(content.id)}`;
    const words = await subscriptionWords(content, {
      brand,
      renewAddress: renewUrl.replace(/^https?:\/\//, ""),
    });
    const { notices, connects } = words;
    const profiles = [...noticeProfiles(notices), ...(connects ? content.profiles : [])];
    const text = documentBody(format, profiles, { xhttp, notices: connects ? [] : notices });
    if (text === null) return null;
    const facts = subscriptionHeaders({
      title: words.title,
      uploadBytes: content.uploadBytes,
      downloadBytes: content.downloadBytes,
      trafficBytes: content.trafficBytes,
      expiresAt: content.expiresAt,
      updateHours: UPDATE_HOURS,
      pageUrl: renewUrl,
      supportUrl: `${origin}/refunds`,
      fileName: fileName(format, content),
      announcement: words.announcement,
    });
    const etag = `"${hash("sha256", text, "base64url").slice(0, 27)}"`;
    const length = Buffer.byteLength(text);
    return {
      subscriptionId: content.id,
      digest: tokenDigest(token),
      etag,
      // A list in base64 is bytes already.
      body: length === text.length ? text : Buffer.from(text, "utf8").toString("latin1"),
      ...documentHeaders({ etag, contentType: CONTENT_TYPES[format], length, facts }),
      goodUntil: deps.clock.securityNow().getTime() + Math.min(KEPT_FOR_MS, content.changesInMs),
    };
  }

  return {
    kept: ({ key }) => documents.find(key, deps.clock.securityNow().getTime()),
    async make(asked) {
      const making = documents.begin();
      try {
        const found = await read(asked.token);
        const document = found && (await render(asked, found.content, found.brand));
        if (document) documents.keep(making, asked.key, document);
        return document;
      } finally {
        documents.drop(making);
      }
    },
    ownersLocale: async (token) => (await read(token))?.content.locale ?? null,
    count: documents.size,
  };
}
