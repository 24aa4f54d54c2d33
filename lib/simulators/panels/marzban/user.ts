/** Stored as Marzban does; bytes, unix seconds. */
export interface StoredUser {
  username: string;
  status: "active" | "disabled" | "limited" | "expired" | "on_hold";
  /** Seconds; null never ends. */
  expire: number | null;
  /** Bytes; null has none. */
  data_limit: number | null;
  data_limit_reset_strategy: string;
  proxies: Record<string, Record<string, unknown>>;
  inbounds: Record<string, string[]>;
  note: string | null;
  used_traffic: number;
  /** What was reset away. */
  before: number;
  created_at: number;
  online_at: number | null;
  sub_revoked_at: number | null;
}

/** Marzban writes times without a zone, meaning UTC. */
export const naiveTime = (ms: number) => new Date(ms).toISOString().replace(/Z$/, "");

/** What a limit or an end does to those whom nobody has disabled (crud.py, and its job that looks through all users). */
export function review(user: StoredUser, now: number): StoredUser {
  if (user.status === "disabled" || user.status === "on_hold") return user;
  if (user.expire !== null && user.expire * 1000 <= now) user.status = "expired";
  else if (user.data_limit !== null && user.used_traffic >= user.data_limit) user.status = "limited";
  else user.status = "active";
  return user;
}

/** UserResponse. */
export function userResponse(user: StoredUser, origin: string) {
  const { before, created_at, online_at, sub_revoked_at, ...shown } = user;
  return {
    ...shown,
    expire: user.expire ?? 0,
    data_limit: user.data_limit ?? 0,
    lifetime_used_traffic: user.used_traffic + before,
    created_at: naiveTime(created_at),
    online_at: online_at === null ? null : naiveTime(online_at),
    sub_updated_at: null,
    sub_last_user_agent: null,
    on_hold_expire_duration: null,
    on_hold_timeout: null,
    auto_delete_in_days: null,
    next_plan: null,
    links: Object.entries(user.inbounds).flatMap(([protocol, tags]) =>
      tags.map((tag) => `${protocol}://${user.username}@127.0.0.1:443#${encodeURIComponent(tag)}`),
    ),
    subscription_url: `${origin}/sub/${Buffer.from(user.username).toString("base64url")}${sub_revoked_at ?? ""}`,
    excluded_inbounds: {},
    admin: { username: "admin", is_sudo: true, telegram_id: null, discord_webhook: null, users_usage: null },
  };
}
