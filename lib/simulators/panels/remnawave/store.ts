import { randomBytes, randomUUID } from "node:crypto";
import type { ChangedUser, NewUser } from "./inputs";

export interface StoredUser {
  id: number;
  shortUuid: string;
  username: string;
  status: "ACTIVE" | "DISABLED" | "LIMITED" | "EXPIRED";
  expireAt: number;
  trafficLimitBytes: number;
  trafficLimitStrategy: string;
  hwidDeviceLimit: number | null;
  telegramId: number | null;
  description: string | null;
  tag: string | null;
  activeInternalSquads: string[];
  vlessUuid: string;
  trojanPassword: string;
  ssPassword: string;
  usedTrafficBytes: number;
  lifetimeUsedTrafficBytes: number;
  onlineAt: number | null;
  createdAt: number;
  openConnections: number;
}

/** A refusal as Remnawave numbers them. */
export interface RemnawaveRefusal {
  status: 400 | 404;
  errorCode: string;
  message: string;
}

export const TAKEN: RemnawaveRefusal = {
  status: 400,
  errorCode: "A019",
  message: "User username already exists",
};
export const MISSING: RemnawaveRefusal = { status: 404, errorCode: "A025", message: "User not found" };
export const PAST: RemnawaveRefusal = {
  status: 400,
  errorCode: "A000",
  message: "Expiration date cannot be in the past",
};
export const isRefusal = (value: object): value is RemnawaveRefusal => "errorCode" in value;

const secret = () => randomBytes(15).toString("base64url");

/** Users of one Remnawave; ids count up and never come again. */
export class RemnawaveStore {
  readonly users = new Map<string, StoredUser>();
  private lastId = 100;

  constructor(private readonly now: () => number) {}

  find(username: string | undefined): StoredUser | undefined {
    const user = username === undefined ? undefined : this.users.get(username);
    return user && this.review(user);
  }

  byId(id: number | undefined): StoredUser | undefined {
    return this.list().find((user) => user.id === id);
  }

  list(): StoredUser[] {
    return [...this.users.values()].map((user) => this.review(user));
  }

  add(input: NewUser): StoredUser | RemnawaveRefusal {
    if (this.users.has(input.username)) return TAKEN;
    this.lastId += 1;
    const user: StoredUser = {
      id: this.lastId,
      shortUuid: randomBytes(8).toString("base64url"),
      username: input.username,
      status: input.status ?? "ACTIVE",
      expireAt: Date.parse(input.expireAt),
      trafficLimitBytes: input.trafficLimitBytes ?? 0,
      trafficLimitStrategy: input.trafficLimitStrategy ?? "NO_RESET",
      hwidDeviceLimit: input.hwidDeviceLimit ?? null,
      telegramId: input.telegramId ?? null,
      description: input.description ?? null,
      tag: input.tag ?? null,
      activeInternalSquads: input.activeInternalSquads ?? [],
      vlessUuid: input.vlessUuid ?? randomUUID(),
      trojanPassword: input.trojanPassword ?? secret(),
      ssPassword: input.ssPassword ?? secret(),
      usedTrafficBytes: 0,
      lifetimeUsedTrafficBytes: 0,
      onlineAt: null,
      createdAt: this.now(),
      openConnections: 0,
    };
    this.users.set(user.username, user);
    return this.review(user);
  }

  /** A new end lets an expired one in again, a higher limit a limited one. */
  change(user: StoredUser, input: ChangedUser): StoredUser | RemnawaveRefusal {
    const { expireAt, id: _id, username: _username, ...rest } = input;
    if (expireAt !== undefined && Date.parse(expireAt) <= this.now()) return PAST;
    if (expireAt !== undefined) user.expireAt = Date.parse(expireAt);
    for (const [key, value] of Object.entries(rest)) {
      if (value !== undefined) Object.assign(user, { [key]: value });
    }
    return this.review(user);
  }

  /** Secrets and the link become others; they cannot be chosen. */
  revoke(user: StoredUser): StoredUser {
    user.vlessUuid = randomUUID();
    user.trojanPassword = secret();
    user.ssPassword = secret();
    user.shortUuid = randomBytes(8).toString("base64url");
    return user;
  }

  private review(user: StoredUser): StoredUser {
    if (user.status === "DISABLED") return user;
    const isLimited = user.trafficLimitBytes > 0 && user.usedTrafficBytes >= user.trafficLimitBytes;
    user.status = user.expireAt <= this.now() ? "EXPIRED" : isLimited ? "LIMITED" : "ACTIVE";
    return user;
  }
}

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

export function userAnswer(user: StoredUser, origin: string) {
  const { usedTrafficBytes, lifetimeUsedTrafficBytes, onlineAt, openConnections: _open, ...shown } = user;
  return {
    ...shown,
    expireAt: iso(user.expireAt),
    createdAt: iso(user.createdAt),
    updatedAt: iso(user.createdAt),
    email: null,
    activeInternalSquads: user.activeInternalSquads.map((uuid) => ({ uuid, name: "Default" })),
    userTraffic: {
      usedTrafficBytes,
      lifetimeUsedTrafficBytes,
      onlineAt: iso(onlineAt),
      firstConnectedAt: iso(onlineAt),
      lastConnectedNodeUuid: null,
    },
    subscriptionUrl: `${origin}/${user.shortUuid}`,
  };
}
