import type { Role } from "@/lib/domain/kernel/actor";
import type { Device } from "./device";
import type { CALENDARS, DENSITIES, DIGITS, DISPLAY_CURRENCIES, THEME_PREFERENCES } from "./schema";

export type LoginOutcome = "SUCCESS" | "WRONG_PASSWORD" | "UNKNOWN_USER" | "THROTTLED" | "SUSPENDED";
export type UserStatus = "ACTIVE" | "SUSPENDED";

/** Where a person who has not been authenticated yet comes from. */
export interface Visitor {
  ipAddress: string | null;
  userAgent: string | null;
  requestId: string | null;
}

/** Times are ISO strings in real (security) time. */
export interface ProfileView {
  id: string;
  username: string;
  email: string | null;
  isEmailVerified: boolean;
  displayName: string | null;
  role: Role;
  verificationLevel: number;
  locale: string;
  registeredAt: string;
  passwordChangedAt: string | null;
}

export interface ContactView {
  email: string | null;
  isEmailVerified: boolean;
  /** Becomes the account's when its link is opened. */
  pendingEmail: string | null;
  phone: string | null;
  isPhoneVerified: boolean;
}

export interface SessionView {
  id: string;
  device: Device;
  ipAddress: string | null;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  isCurrent: boolean;
}

export interface LoginEventView {
  id: string;
  outcome: LoginOutcome;
  device: Device;
  ipAddress: string | null;
  at: string;
}

export interface UserListItem {
  id: string;
  username: string;
  email: string | null;
  displayName: string | null;
  phone: string | null;
  role: Role;
  status: UserStatus;
  verificationLevel: number;
  locale: string;
  registeredAt: string;
  lastLoginAt: string | null;
}

/** A session as staff sees it, ended ones too. */
export interface StaffSessionView extends Omit<SessionView, "isCurrent"> {
  userAgent: string | null;
  revokedAt: string | null;
  isLive: boolean;
}

/** One address that somebody signed in from, or tried to. */
export interface LoginAddress {
  ipAddress: string;
  successes: number;
  failures: number;
  firstAt: string;
  lastAt: string;
}

export interface FavoriteView {
  id: string;
  createdAt: string;
  service: { id: string; name: string };
  /** Null: the service anywhere. */
  country: { id: string; iso2: string; nameEn: string } | null;
}

export interface UserDetail extends ProfileView {
  phone: string | null;
  emailVerifiedAt: string | null;
  phoneVerifiedAt: string | null;
  status: UserStatus;
  suspendedAt: string | null;
  suspendedReason: string | null;
  hasUsedTrial: boolean;
  lastLoginAt: string | null;
  isDemo: boolean;
  createdAt: string;
  updatedAt: string;
  preferences: Preferences;
  /** Null: never chose. */
  preferencesChangedAt: string | null;
  favorites: FavoriteView[];
  sessions: StaffSessionView[];
  loginEvents: LoginEventView[];
  addresses: LoginAddress[];
}

/** Whom a mail goes to. */
export interface MailRecipient {
  email: string;
  name: string;
  locale: string;
  isDemo: boolean;
}

/** How a person wants the pages; the defaults stand for whoever never chose. */
export interface Preferences {
  calendar: (typeof CALENDARS)[number];
  digits: (typeof DIGITS)[number];
  /** IANA name; null: the browser's own. */
  timeZone: string | null;
  /** Amounts are shown in it beside USD; nothing is booked in it. */
  displayCurrency: (typeof DISPLAY_CURRENCIES)[number];
  theme: (typeof THEME_PREFERENCES)[number];
  density: (typeof DENSITIES)[number];
  isSoundOn: boolean;
  isTitleOn: boolean;
  isAutoCopyOn: boolean;
  areShortcutsOn: boolean;
  /** A rent above this asks first, in micro-units of USD; null: never. */
  confirmAboveMicros: bigint | null;
  /** Mails of payments; a dispute is told by mail either way. */
  areMoneyMailsOn: boolean;
  /** Told when what can be spent falls below it, in micro-units of USD; null: never. */
  lowBalanceMicros: bigint | null;
}
