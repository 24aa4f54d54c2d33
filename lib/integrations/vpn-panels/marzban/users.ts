import type { PanelAccount } from "@/lib/domain/vpn/types";
import type { PanelAnswer } from "../panel-http/panel-client";
import { isPanelFault, panelFault } from "../panel-http/panel-fault";
import { bodyAs, expectBody, statusFault } from "../panel-http/read-answer";
import type { MarzbanCall } from "./session";
import { detailShape, type MarzbanUser, userListShape, userShape } from "./shapes";
import { marzbanUserBody } from "./user-body";

const PAGE = 1_000;

/** Marzban's own words for a refusal: one sentence, or one for each field. */
function refusal(answer: PanelAnswer) {
  const detail = bodyAs(answer, detailShape)?.detail;
  if (detail === undefined) return statusFault(answer);
  const said =
    typeof detail === "string"
      ? detail
      : Object.entries(detail)
          .map(([field, text]) => `${field}: ${String(text)}`)
          .join("; ");
  return statusFault(answer, said);
}

const pathOf = (username: string) => `/api/user/${encodeURIComponent(username)}`;

export async function readUser(call: MarzbanCall, username: string): Promise<MarzbanUser | null> {
  const answer = await call({ method: "GET", path: pathOf(username) });
  if (answer.status === 404) return null;
  if (answer.status !== 200) throw refusal(answer);
  return expectBody(answer, userShape);
}

async function change(call: MarzbanCall, account: PanelAccount, usedBytes: number): Promise<MarzbanUser> {
  const json = marzbanUserBody(account, usedBytes);
  const answer = await call({ method: "PUT", path: pathOf(account.username), json });
  if (answer.status !== 200) throw refusal(answer);
  return expectBody(answer, userShape);
}

async function create(call: MarzbanCall, account: PanelAccount): Promise<PanelAnswer | null> {
  // A new user is active or on hold; one that has to be disabled is changed afterwards.
  const json = { ...marzbanUserBody(account, 0), username: account.username, status: "active" };
  try {
    return await call({ method: "POST", path: "/api/user", json });
  } catch (error) {
    if (isPanelFault(error) && error.panelError.kind === "unreachable") return null;
    throw error;
  }
}

/**
 * Makes it, or changes what is there. After 409 (somebody was quicker, perhaps we ourselves) and after silence it is read
 * back: what was made and never told about counts.
 */
export async function putUser(call: MarzbanCall, account: PanelAccount): Promise<MarzbanUser> {
  const found = await readUser(call, account.username);
  if (found) return change(call, account, found.used_traffic);
  const answer = await create(call, account);
  if (answer?.status === 200) {
    const made = expectBody(answer, userShape);
    return account.isActive ? made : change(call, account, made.used_traffic);
  }
  if (answer && answer.status !== 409) throw refusal(answer);
  const there = await readUser(call, account.username);
  if (there) return change(call, account, there.used_traffic);
  throw answer ? refusal(answer) : panelFault("unreachable", "it did not answer, and there is no such user");
}

/** 404 is as good as done. */
export async function deleteUser(call: MarzbanCall, username: string): Promise<void> {
  const answer = await call({ method: "DELETE", path: pathOf(username) });
  if (answer.status !== 200 && answer.status !== 404) throw refusal(answer);
}

/** Every user; a name that moved from one page to the next while they were read counts once. */
export async function listUsers(call: MarzbanCall): Promise<MarzbanUser[]> {
  const users = new Map<string, MarzbanUser>();
  for (let offset = 0; ; offset += PAGE) {
    const answer = await call({
      method: "GET",
      path: `/api/users?offset=${offset}&limit=${PAGE}&sort=created_at`,
    });
    if (answer.status !== 200) throw refusal(answer);
    const page = expectBody(answer, userListShape);
    for (const user of page.users) users.set(user.username, user);
    if (page.users.length === 0 || offset + PAGE >= page.total) return [...users.values()];
  }
}
