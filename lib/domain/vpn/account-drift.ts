import { subscriptionNumberOf } from "./account-name";
import type { KnownAccount } from "./types";

export interface OurAccount {
  id: string;
  username: string;
  desiredState: "ABSENT" | "ACTIVE" | "DISABLED";
}

export interface AccountDrift {
  ours: number;
  /** Of ours: closed ones, which a panel may have forgotten. */
  closed: number;
  there: number;
  /** Ids of ours that should be there and are not. */
  missing: string[];
  /** Ids of ours that are open and should not be, or the other way round. */
  wrong: string[];
  /** Ids of ours that should be gone. */
  leftOver: string[];
  /** Usernames that look like ours and belong to no subscription. */
  strangers: string[];
}

/**
 * Compares what a panel should know with what it knows. A closed account that is not there is no drift: nobody gets in.
 * Accounts with other names are somebody else's and pass.
 */
export function accountDrift(ours: readonly OurAccount[], known: readonly KnownAccount[]): AccountDrift {
  const there = new Map(known.map((account) => [account.username, account]));
  const names = new Set(ours.map(({ username }) => username));
  const drift: AccountDrift = {
    ours: ours.filter(({ desiredState }) => desiredState !== "ABSENT").length,
    closed: ours.filter(({ desiredState }) => desiredState === "DISABLED").length,
    there: known.filter(({ username }) => subscriptionNumberOf(username) !== null).length,
    missing: [],
    wrong: [],
    leftOver: [],
    strangers: known
      .map(({ username }) => username)
      .filter((username) => subscriptionNumberOf(username) !== null && !names.has(username)),
  };
  for (const { id, username, desiredState } of ours) {
    const account = there.get(username);
    if (desiredState === "ABSENT") {
      if (account) drift.leftOver.push(id);
    } else if (!account) {
      if (desiredState === "ACTIVE") drift.missing.push(id);
    } else if (account.isActive !== (desiredState === "ACTIVE")) drift.wrong.push(id);
  }
  return drift;
}
