import type { InboundTemplate, ServerCredential } from "@/lib/domain/vpn-links/types";

export type PanelKind = "HIDDIFY" | "MARZBAN" | "THREE_X_UI" | "REMNAWAVE" | "XRAY" | "WIREGUARD";
export type ConfigProtocol = "VLESS" | "VMESS" | "TROJAN" | "SHADOWSOCKS" | "WIREGUARD";
export type ServerStatus = "ONLINE" | "OFFLINE" | "MAINTENANCE";
export type SubscriptionStatus = "ACTIVE" | "EXPIRED" | "CANCELED" | "SUSPENDED";

/** X25519, standard base64. */
export interface KeyPair {
  privateKey: string;
  publicKey: string;
}

/** Why a panel did not do what it was asked; each class has one way to go on. */
export type PanelErrorKind =
  /** Key or password is wrong. */
  | "auth"
  | "not_found"
  /** It will never take this: an admin has to look. */
  | "validation"
  | "throttled"
  /** No answer, or a server's fault: whether it was done is unknown, and it is asked again. */
  | "unreachable"
  /** It answered what nobody expects. */
  | "protocol";

export interface PanelError {
  kind: PanelErrorKind;
  /** What it said, without secrets, short. */
  text: string;
  /** Of what was typed for it, where that is what it does not take: its address, or names of credentials and settings. */
  fields?: readonly string[];
  retryAfterSeconds?: number;
}

export type PanelResult<T> = ({ ok: true } & T) | { ok: false; error: PanelError };

export interface PanelProbeResult {
  /** As the panel names it: "0.8.4". */
  version: string;
  /** False for a version that nobody has tried with this adapter. */
  isKnown: boolean;
  /** What an admin should know; empty when all is well. */
  remark: string;
}

/** An account as it should be on a panel. */
export interface PanelAccount {
  /** 3-32 characters a-z, 0-9 and "_"; the key by which it is found again. */
  username: string;
  /** What the panel called it, once it is known there. */
  remoteId: string | null;
  credential: ServerCredential;
  isActive: boolean;
  expiresAt: Date;
  /** What is left of the period in bytes; null is unlimited. The product decides itself; this is the second lock. */
  remainingBytes: bigint | null;
  maxDevices: number;
  /** The inbounds it may use, over all servers of the panel. */
  inbounds: readonly InboundTemplate[];
  /** Days until the end, for panels that only know days. */
  remainingDays: number;
  note: string;
}

export interface KnownAccount {
  username: string;
  remoteId: string;
  isActive: boolean;
}

/** Counters since the epoch began: they only grow within it. */
export interface AccountReading {
  username: string;
  /** A life of its own, where an account that was made anew begins again at zero; otherwise the report's. */
  epoch?: string;
  uploadBytes: bigint;
  downloadBytes: bigint;
}

export interface UsageReport {
  /** Names one life of the counters: another after a restart or a reset. */
  epoch: string;
  readings: AccountReading[];
}

export interface PanelCapabilities {
  /** Connections that are open can be cut. */
  cutsConnections: boolean;
  /** An account is lost when what runs there restarts, and has to be told again. */
  forgetsOnRestart: boolean;
}

/** Words of a subscription's state, as people see it (states: Subscription). */
export type SubscriptionWord =
  | "active"
  | "ends_soon"
  | "partly_active"
  | "being_prepared"
  | "traffic_used_up"
  | "grace"
  | "expired"
  | "canceled"
  | "suspended";

export type ServerWord = "online" | "busy" | "maintenance" | "offline";

/** A location as customers see it, in the reader's language. */
export interface PlaceView {
  id: string;
  name: string;
  countryCode: string;
  word: ServerWord;
  loadPercent: number;
  isRecommended: boolean;
}

/** A plan on sale in the reader's language. Money is a decimal of USD, bytes are a whole number as text. */
export interface PlanView {
  id: string;
  familyId: string;
  tier: string;
  name: string;
  price: string;
  /** Whole Toman where the shop set them itself. */
  priceToman: string | null;
  durationDays: number;
  /** Null is unlimited. */
  trafficBytes: string | null;
  maxDevices: number;
  features: string[];
  protocols: ConfigProtocol[];
  isTrial: boolean;
  /** Every one it leads to, also those that are off just now. */
  places: PlaceView[];
  /** How many of them somebody new gets. */
  openPlaces: number;
  /** Why that is none. */
  lack: PlanLack | null;
}

/** A plan leads nowhere, only to what is off just now, or only to what is full. */
export type PlanLack = "none" | "off" | "full";

/** Whether a person may begin a trial. */
export type TrialState = "open" | "used" | "needs_email";

/** How one subscription stands. Bytes are whole numbers as text, times ISO. */
export interface SubscriptionView {
  id: string;
  number: number;
  planName: string;
  isTrial: boolean;
  word: SubscriptionWord;
  /** Locations that are to work now, those of them that know the account, and those that are out of service for a while. */
  locations: number;
  ready: number;
  off: number;
  startsAt: string;
  expiresAt: string;
  /** When it was ended for good; null while it can live. */
  canceledAt: string | null;
  /** Days and minutes until the end, begun ones whole; and the days of the whole period. */
  daysLeft: number;
  minutesLeft: number;
  periodDays: number;
  isEndingSoon: boolean;
  /** Until when connections go on after the end. */
  graceEndsAt: string;
  trafficBytes: string | null;
  usedBytes: string;
  /** The step of the ladder that is reached. */
  step: 0 | 80 | 95 | 100;
  maxDevices: number;
  isAutoRenew: boolean;
  /** Stable word for why the last automatic renewal was refused. */
  renewalFailure: string | null;
  lastOnlineAt: string | null;
}

/** One protocol of a location. Holds a secret. */
export interface ConfigView {
  id: string;
  protocol: ConfigProtocol;
  /** "vless://…"; null while its server cannot be dialled or current apps would refuse it. */
  link: string | null;
  /** Names of the apps that can dial it, and of those that cannot. */
  apps: string[];
  otherApps: string[];
}

/** A location of a subscription with what is needed to connect to it. Holds secrets. */
export interface LocationView extends PlaceView {
  /** Its server knows the account. */
  isReady: boolean;
  configs: ConfigView[];
}

/** A subscription as whoever holds its link sees it. Holds secrets. */
export interface SubscriptionDetail extends SubscriptionView {
  /** The end of its secret link. */
  token: string;
  /** When the link before the last change stops to answer; null where it has. */
  oldLinkUntil: string | null;
  places: LocationView[];
  usage: UsageDay[];
}

/** Bytes of one day (UTC), by the name of the location. */
export interface UsageDay {
  day: string;
  uploadBytes: string;
  downloadBytes: string;
  byPlace: { serverId: string; name: string; bytes: string }[];
}

/** One payment for a subscription. */
export interface PurchaseView {
  id: string;
  kind: "BUY" | "RENEW" | "UPGRADE" | "TRIAL";
  planName: string;
  price: string;
  /** What was counted of the plan before. */
  credit: string;
  at: string;
  periodStartsAt: string;
  periodEndsAt: string;
  invoiceId: string | null;
}

/** What an invoice buys. */
export interface InvoicePlan {
  name: string;
  durationDays: number;
  isBought: boolean;
  /** The one that was bought, or that is renewed or changed. */
  subscriptionId: string | null;
}

/** What one can change to, and what it costs after the fair credit. */
export interface UpgradeView {
  planId: string;
  /** All versions of it. */
  familyId: string;
  name: string;
  durationDays: number;
  trafficBytes: string | null;
  price: string;
  credit: string;
  due: string;
  /** ISO, when it would end. */
  endsAt: string;
  maxDevices: number;
}

/** What a renewal costs and brings. */
export interface RenewalView {
  planId: string;
  price: string;
  durationDays: number;
  endsAt: string;
  /** That comes with it; null is unlimited. */
  trafficBytes: string | null;
  maxDevices: number;
  /** It follows the period without a gap: what is left of its traffic stays. */
  keepsTraffic: boolean;
  /** The plan is sold on other terms than this subscription has. */
  isOtherTerms: boolean;
}

/** What renewing and changing would cost now. */
export interface SubscriptionOffer {
  /** Null where it cannot be renewed: a trial, a withdrawn plan, a canceled or suspended subscription. */
  renewal: RenewalView | null;
  upgrades: UpgradeView[];
  /** How many plans cost less than what is left of this one, and can follow it only. */
  smaller: number;
  /** What a change replaces. */
  running: RunningView;
}

/** What is left of the running period. */
export interface RunningView {
  planName: string;
  /** ISO. */
  expiresAt: string;
  /** Null is unlimited. */
  leftBytes: string | null;
}

/** An app for a platform: where it comes from and what opens it with the subscription. Holds a secret. */
export interface AppView {
  id: string;
  name: string;
  installUrl: string | null;
  deepLink: string;
}

/** The apps of one platform, best first. */
export interface PlatformApps {
  platform: "android" | "ios" | "windows" | "macos" | "linux" | "tv";
  apps: AppView[];
}

/** That an app read a secret link. */
export interface LinkRead {
  subscriptionId: string;
  /** Business time. */
  at: Date;
  /** What the app calls itself. */
  client: string;
}
