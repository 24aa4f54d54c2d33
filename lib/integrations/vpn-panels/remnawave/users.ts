import type { PanelAccount } from "@/lib/domain/vpn/types";
import type { PanelAnswer, PanelClient } from "../panel-http/panel-client";
import { isPanelFault, panelFault } from "../panel-http/panel-fault";
import { bodyAs, expectBody, statusFault } from "../panel-http/read-answer";
import { errorShape, oneUserShape, type RemnawaveUser, squadsShape, userListShape } from "./shapes";
import { remnawaveUserBody, withoutSecrets } from "./user-body";

const PAGE = 500;
const TAKEN = "A019";
const MISSING = "A025";
/** A029 and A030: it is already so. */
const ALREADY: readonly string[] = ["A029", "A030"];

export interface RemnawaveTalk {
  client: PanelClient;
  squads: readonly string[];
}

const codeOf = (answer: PanelAnswer) => bodyAs(answer, errorShape)?.errorCode;
const isFine = ({ status }: PanelAnswer) => status === 200 || status === 201;

export function refusal(answer: PanelAnswer) {
  const said = bodyAs(answer, errorShape);
  return statusFault(answer, said ? `${said.errorCode ?? ""} ${said.message}`.trim() : undefined);
}

/** 404 without the panel's own word is a wrong address, and not a user who is missing. */
const isMissing = (answer: PanelAnswer) => answer.status === 404 && codeOf(answer) === MISSING;

/** By the name, because 3 has other ids than 2 had. */
export async function findUser({ client }: RemnawaveTalk, username: string): Promise<RemnawaveUser | null> {
  const path = `/api/users/by-username/${encodeURIComponent(username)}`;
  const answer = await client.send({ method: "GET", path });
  if (isMissing(answer)) return null;
  if (!isFine(answer)) throw refusal(answer);
  return expectBody(answer, oneUserShape).response;
}

/** In the path: the number of 3, the uuid of 2. */
const pathIdOf = ({ id, uuid }: RemnawaveUser): string => encodeURIComponent(id ?? uuid ?? "");

async function squadsFor({ client, squads }: RemnawaveTalk): Promise<readonly string[]> {
  if (squads.length > 0) return squads;
  const answer = await client.send({ method: "GET", path: "/api/internal-squads" });
  if (!isFine(answer)) throw refusal(answer);
  const first = expectBody(answer, squadsShape).response.internalSquads[0];
  if (!first)
    throw panelFault("validation", "Remnawave has no internal squad: an account would get no inbound");
  return [first.uuid];
}

/** An end in the past is not taken: who is over is disabled, and keeps the end they had. */
async function change(talk: RemnawaveTalk, account: PanelAccount, found: RemnawaveUser): Promise<void> {
  const { client } = talk;
  const used = found.userTraffic.usedTrafficBytes;
  const { expireAt, ...rest } = withoutSecrets(remnawaveUserBody(account, used, await squadsFor(talk)));
  const json = {
    ...(found.id === null ? { uuid: found.uuid } : { id: Number(found.id) }),
    ...(account.remainingDays > 0 ? { expireAt } : {}),
    ...rest,
  };
  const changed = await client.send({ method: "PATCH", path: "/api/users", json });
  if (!isFine(changed)) throw refusal(changed);
  const user = expectBody(changed, oneUserShape).response;
  const isDisabled = user.status === "DISABLED";
  if (isDisabled === !account.isActive) return;
  const path = `/api/users/${pathIdOf(user)}/actions/${account.isActive ? "enable" : "disable"}`;
  const switched = await client.send({ method: "POST", path, json: {} });
  if (!isFine(switched) && !ALREADY.includes(codeOf(switched) ?? "")) throw refusal(switched);
}

export async function deleteUser(talk: RemnawaveTalk, username: string): Promise<void> {
  const found = await findUser(talk, username);
  if (!found) return;
  const answer = await talk.client.send({ method: "DELETE", path: `/api/users/${pathIdOf(found)}` });
  if (!isFine(answer) && !isMissing(answer)) throw refusal(answer);
}

async function create(talk: RemnawaveTalk, account: PanelAccount): Promise<PanelAnswer | null> {
  const body = remnawaveUserBody(account, 0, await squadsFor(talk));
  const json = { username: account.username, ...body, status: account.isActive ? "ACTIVE" : "DISABLED" };
  try {
    return await talk.client.send({ method: "POST", path: "/api/users", json });
  } catch (error) {
    if (isPanelFault(error) && error.panelError.kind === "unreachable") return null;
    throw error;
  }
}

/**
 * Makes it or changes what is there, and resolves with what the panel calls it. Its secrets cannot be changed: with others
 * it is made anew. After "username exists" and after silence it is read back.
 */
export async function putUser(talk: RemnawaveTalk, account: PanelAccount): Promise<string> {
  let found = await findUser(talk, account.username);
  if (found && found.vlessUuid !== account.credential.uuid) {
    await deleteUser(talk, account.username);
    found = null;
  }
  if (!found) {
    const answer = await create(talk, account);
    if (answer && isFine(answer)) return nameOf(expectBody(answer, oneUserShape).response);
    if (answer && codeOf(answer) !== TAKEN) throw refusal(answer);
    found = await findUser(talk, account.username);
    if (!found) {
      throw answer
        ? refusal(answer)
        : panelFault("unreachable", "it did not answer, and there is no such user");
    }
  }
  await change(talk, account, found);
  return nameOf(found);
}

const nameOf = ({ id, uuid, username }: RemnawaveUser): string => id ?? uuid ?? username;

/** Every user; one who moved between pages counts once. */
export async function listUsers({ client }: RemnawaveTalk): Promise<RemnawaveUser[]> {
  const users = new Map<string, RemnawaveUser>();
  for (let start = 0; ; start += PAGE) {
    const answer = await client.send({ method: "GET", path: `/api/users?start=${start}&size=${PAGE}` });
    if (!isFine(answer)) throw refusal(answer);
    const page = expectBody(answer, userListShape).response;
    for (const user of page.users) users.set(user.username, user);
    if (page.users.length === 0 || start + PAGE >= page.total) return [...users.values()];
  }
}
