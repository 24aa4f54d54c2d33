import type { InboundTemplate, LintCode } from "@/lib/domain/vpn-links/types";
import type {
  ConfigProtocol,
  PanelKind,
  ServerStatus,
  ServerWord,
  SubscriptionStatus,
  UsageDay,
} from "./types";

export interface InboundPreview {
  tag: string;
  protocol: InboundTemplate["protocol"];
  /** As a customer's link will look, with an example's secrets; null where none can be built. */
  link: string | null;
  /** Why current cores refuse it; empty when they take it. */
  problems: LintCode[];
  /** Apps that cannot dial it. */
  appsWithout: string[];
}

/** A panel that counts an account once for several servers: all of it stands under the first. */
export interface StaffSharedPanel {
  name: string;
  first: { id: string; name: string };
  others: { id: string; name: string }[];
}

/** A plan as staff sees it; money as decimal USD, bytes as text. */
export interface StaffPlanView {
  id: string;
  /** All versions of one plan. */
  familyId: string;
  version: number;
  revision: number;
  tier: string;
  name: string;
  nameFa: string;
  namePt: string;
  priceUsd: string;
  priceToman: string | null;
  durationDays: number;
  trafficBytes: string | null;
  maxDevices: number;
  features: string[];
  featuresFa: string[];
  featuresPt: string[];
  protocols: ConfigProtocol[];
  countryCodes: string[];
  isTrial: boolean;
  isActive: boolean;
  sort: number;
  /** Subscriptions that live on any version of it, and those on an older one. */
  live: number;
  liveOnOlder: number;
  /** Locations that it leads to now, and those of its countries that have none. */
  places: number;
  emptyCountries: string[];
  createdAt: string;
  updatedAt: string;
}

/** What was sold under one number, and how many still live on it. */
export interface StaffPlanVersion {
  id: string;
  revision: number;
  isCurrent: boolean;
  priceUsd: string;
  priceToman: string | null;
  durationDays: number;
  trafficBytes: string | null;
  maxDevices: number;
  protocols: ConfigProtocol[];
  countryCodes: string[];
  live: number;
  createdAt: string;
}

export interface StaffPlanDetail extends StaffPlanView {
  versions: StaffPlanVersion[];
}

export interface StaffPanelView {
  id: string;
  version: number;
  name: string;
  kind: PanelKind;
  url: string;
  options: unknown;
  isActive: boolean;
  detectedVersion: string | null;
  healthCode: string | null;
  healthText: string | null;
  latencyMs: number | null;
  probedAt: string | null;
  failuresInRow: number;
  openUntil: string | null;
  /** The life of its counters that was read last. */
  usageEpoch: string | null;
  createdAt: string;
  updatedAt: string;
}

/** One credential or setting of a kind of panel, as its form asks for it. */
export interface PanelField {
  name: string;
  kind: "text" | "secret" | "area" | "list" | "number";
}

/** The same with its name in the form: a credential and a setting may be called alike. */
export interface PanelFields {
  credentials: (PanelField & { inForm: string })[];
  options: (PanelField & { inForm: string })[];
}

export interface StaffServerView {
  id: string;
  version: number;
  name: string;
  location: string;
  locationFa: string;
  locationPt: string;
  countryCode: string;
  domain: string;
  status: ServerStatus;
  word: ServerWord;
  isDraining: boolean;
  /** When it was opened for the first time; null: customers have never seen it. */
  verifiedAt: string | null;
  maxUsers: number;
  currentUsers: number;
  /** The worse of seats and machine, in percent. */
  loadPercent: number;
  multiplier: number;
  sort: number;
  protocols: string[];
  panel: StaffPanelView;
  createdAt: string;
  updatedAt: string;
}

/** What has to be so before customers get a server. */
export type OpeningPoint = "panelOn" | "answers" | "version" | "inbounds" | "room";

/** What a panel answered lately, how comparisons went, and the newest words on accounts it did not take. */
export interface PanelHistory {
  probes: { at: string; code: string; latencyMs: number | null; version: string | null }[];
  checks: {
    at: string;
    ours: number;
    there: number;
    missing: number;
    wrong: number;
    leftOver: number;
    strangers: string[];
  }[];
  failing: { username: string; subscriptionId: string; code: string; text: string }[];
}

/** A panel in the list, with the servers that use it. */
export interface StaffPanelRow extends StaffPanelView {
  servers: { id: string; name: string }[];
}

export interface StaffPanelDetail extends StaffPanelRow, PanelHistory {}

export interface StaffServerDetail extends StaffServerView, PanelHistory {
  points: [OpeningPoint, boolean][];
  inbounds: {
    id: string;
    tag: string;
    isActive: boolean;
    template: InboundTemplate | null;
    preview: InboundPreview | null;
  }[];
  /** Accounts of its panel that still wait to be told. */
  waiting: number;
  /** Seconds from closing to the last open connection cut, over the newest closings; null before there was one. */
  cutSeconds: { median: number; worst: number } | null;
}

/** All optional; what cannot be is left out. */
export interface SubscriptionFilter {
  /** A number, an id, a username or an e-mail. */
  search?: string;
  status?: string;
  /** Any version of a plan, or the family of all of them. */
  planId?: string;
  serverId?: string;
}

export interface StaffSubscriptionView {
  id: string;
  version: number;
  number: number;
  user: { id: string; username: string };
  plan: { id: string; name: string; nameFa: string; namePt: string; revision: number };
  status: SubscriptionStatus;
  statusReason: string | null;
  startsAt: string;
  expiresAt: string;
  trafficBytes: string | null;
  usedBytes: string;
  isExhausted: boolean;
  maxDevices: number;
  isAutoRenew: boolean;
  renewalFailure: string | null;
  /** Panels that know the account as it should be, of all of them. */
  ready: number;
  panels: number;
  lastOnlineAt: string | null;
  lastFetchedAt: string | null;
  lastClient: string | null;
  createdAt: string;
}

/** What an account on a panel should be, and was last seen to be. */
export type ProvisionState = "ABSENT" | "ACTIVE" | "DISABLED";

/** Whether an app gets a configuration's link now, and what keeps it from it. */
export type LinkState = "ready" | "waiting" | "server_down" | "closed" | "broken" | "refused";

export interface StaffPurchaseView {
  id: string;
  /** BUY, RENEW, UPGRADE or TRIAL. */
  kind: string;
  planId: string;
  priceUsd: string;
  creditUsd: string;
  invoiceId: string | null;
  ledgerTransactionId: string | null;
  periodStartsAt: string;
  periodEndsAt: string;
  createdAt: string;
}

/** What a panel should know of a subscription, and was last told. */
export interface StaffAccountView {
  id: string;
  panel: string;
  username: string;
  remoteId: string | null;
  desiredState: ProvisionState;
  actualState: ProvisionState;
  desiredVersion: number;
  actualVersion: number;
  tunnelAddress: number | null;
  attempts: number;
  lastErrorCode: string | null;
  lastErrorText: string | null;
  nextAttemptAt: string;
  revokedAt: string | null;
  cutAt: string | null;
  verifiedAt: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface StaffConfigView {
  id: string;
  uuid: string;
  protocol: ConfigProtocol;
  server: { id: string; name: string };
  tag: string;
  hiddifyUserId: string | null;
  isActive: boolean;
  link: LinkState;
  /** Why current cores refuse it. */
  problems: LintCode[];
  expiresAt: string;
  createdAt: string;
  updatedAt: string;
}

export interface StaffSubscriptionDetail extends StaffSubscriptionView {
  /** The recommended location. */
  server: { id: string; name: string } | null;
  usedUploadBytes: string;
  usedDownloadBytes: string;
  exhaustedAt: string | null;
  /** When it was ended for good. */
  canceledAt: string | null;
  noticedPercent: number;
  renewalNoticedAt: string | null;
  /** The price that was announced with it: a renewal by itself takes no more. */
  renewalPriceUsd: string | null;
  /** Days before the end at which its owner was last told of it; 0 at the end itself, null not yet. */
  noticedDays: number | null;
  oldLinkUntil: string | null;
  contentVersion: number;
  paidUsd: string;
  periodStartsAt: string;
  idempotencyKey: string;
  updatedAt: string;
  purchases: StaffPurchaseView[];
  accounts: StaffAccountView[];
  configs: StaffConfigView[];
  usage: UsageDay[];
  readings: StaffReadingView[];
}

/** One difference between two readings of a server's counters, as it was booked; bytes as text. */
export interface StaffReadingView {
  server: string;
  panel: string;
  epoch: string;
  seq: string;
  uploadBytes: string;
  downloadBytes: string;
  /** Hundredths that counted towards the quota. */
  multiplier: number;
  readAt: string;
}

/** Traffic of one server on one day (UTC); bytes as text. */
export interface StaffUsageDay {
  day: string;
  server: { id: string; name: string };
  uploadBytes: string;
  downloadBytes: string;
  /** People who used it. */
  people: number;
}

/** Somebody's traffic over some days, all subscriptions together; bytes as text. */
export interface StaffTopUser {
  user: { id: string; username: string };
  uploadBytes: string;
  downloadBytes: string;
  subscriptions: number;
  /** On how many days there was any. */
  days: number;
}
