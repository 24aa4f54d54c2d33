import { randomUUID } from "node:crypto";
import type { ChangedUser, NewUser } from "./inputs";
import { review, type StoredUser } from "./user";

export const PROTOCOLS = ["vless", "vmess", "trojan", "shadowsocks"] as const;

/** Which inbounds the core has; Marzban takes a user only for these. */
export type InboundTags = Partial<Record<(typeof PROTOCOLS)[number], readonly string[]>>;

/** A refusal in Marzban's words. */
export interface MarzbanRefusal {
  status: 400 | 404 | 409 | 422;
  detail: string | Record<string, string>;
}

export const isRefusal = (value: object): value is MarzbanRefusal => "detail" in value;

type Proxies = Record<string, Record<string, unknown>>;

/** Secrets that were not given are made up, as Marzban does. */
function withSecrets(proxies: Proxies): Proxies {
  const secret = () => ({ id: randomUUID(), password: randomUUID().replaceAll("-", "").slice(0, 22) });
  return Object.fromEntries(
    Object.entries(proxies).map(([name, settings]) => {
      const { id, password } = secret();
      const key = name === "vless" || name === "vmess" ? "id" : "password";
      return [name, { ...settings, [key]: settings[key] ?? (key === "id" ? id : password) }];
    }),
  );
}

/** Users of one Marzban, with its rules (app/models/user.py, app/db/crud.py of 0.8.4). */
export class MarzbanStore {
  readonly users = new Map<string, StoredUser>();

  constructor(
    public tags: InboundTags,
    private readonly now: () => number,
  ) {}

  /** The core's configuration loses every inbound of a protocol. */
  close(protocol: keyof InboundTags): void {
    this.tags = { ...this.tags, [protocol]: [] };
  }

  /** Names compare without case: the column is NOCASE. */
  find(username: string): StoredUser | undefined {
    const user = this.users.get(username.toLowerCase());
    return user && review(user, this.now());
  }

  list(): StoredUser[] {
    return [...this.users.values()].map((user) => review(user, this.now()));
  }

  add(input: NewUser): StoredUser | MarzbanRefusal {
    const refused = this.check(input.proxies, input.inbounds);
    if (refused) return refused;
    if (Object.keys(input.proxies).length === 0) {
      return { status: 422, detail: { proxies: "Value error, Each user needs at least one proxy" } };
    }
    if (this.find(input.username)) return { status: 409, detail: "User already exists" };
    const proxies = withSecrets(input.proxies as Proxies);
    const user: StoredUser = {
      username: input.username,
      status: input.status ?? "active",
      expire: input.expire || null,
      data_limit: input.data_limit || null,
      data_limit_reset_strategy: input.data_limit_reset_strategy ?? "no_reset",
      proxies,
      inbounds: this.inboundsOf(proxies, input.inbounds),
      note: input.note ?? null,
      used_traffic: 0,
      before: 0,
      created_at: this.now(),
      online_at: null,
      sub_revoked_at: null,
    };
    this.users.set(user.username.toLowerCase(), user);
    return review(user, this.now());
  }

  /** What is null or left out stays as it was. */
  change(user: StoredUser, input: ChangedUser): StoredUser | MarzbanRefusal {
    const refused = this.check(input.proxies ?? {}, input.inbounds);
    if (refused) return refused;
    if (input.proxies && Object.keys(input.proxies).length > 0) {
      user.proxies = withSecrets(input.proxies as Proxies);
      user.inbounds = this.inboundsOf(user.proxies, input.inbounds ?? user.inbounds);
    } else if (input.inbounds) {
      user.inbounds = this.inboundsOf(user.proxies, input.inbounds);
    }
    if (input.data_limit != null) user.data_limit = input.data_limit || null;
    if (input.expire != null) user.expire = input.expire || null;
    if (input.note != null) user.note = input.note;
    if (input.data_limit_reset_strategy) user.data_limit_reset_strategy = input.data_limit_reset_strategy;
    if (input.status) user.status = input.status;
    return review(user, this.now());
  }

  /** The sum over the lifetime keeps what is reset. */
  resetTraffic(user: StoredUser): StoredUser {
    user.before += user.used_traffic;
    user.used_traffic = 0;
    return review(user, this.now());
  }

  revoke(user: StoredUser): StoredUser {
    const bare = Object.entries(user.proxies).map(([name, { id: _id, password: _password, ...rest }]) => [
      name,
      rest,
    ]);
    user.proxies = withSecrets(Object.fromEntries(bare));
    user.sub_revoked_at = this.now();
    return user;
  }

  /** All inbounds of a protocol where none are named. */
  private inboundsOf(proxies: Proxies, named: Record<string, readonly string[]> = {}) {
    return Object.fromEntries(
      PROTOCOLS.filter((name) => name in proxies).map((name) => [
        name,
        [...(named[name]?.length ? named[name] : (this.tags[name] ?? []))],
      ]),
    );
  }

  private check(proxies: object, inbounds: Record<string, string[]> = {}): MarzbanRefusal | null {
    for (const name of PROTOCOLS) {
      if (name in proxies && !this.tags[name]?.length) {
        return { status: 400, detail: `Protocol ${name} is disabled on your server` };
      }
    }
    const known = Object.values(this.tags).flat();
    const strange = Object.values(inbounds)
      .flat()
      .find((tag) => !known.includes(tag));
    if (strange === undefined) return null;
    return { status: 422, detail: { inbounds: `Value error, Inbound ${strange} doesn't exist` } };
  }
}
