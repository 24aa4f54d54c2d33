import type { PanelAccount } from "@/lib/domain/vpn/types";
import type { PanelAnswer, PanelClient, PanelRequest } from "../panel-http/panel-client";
import { isPanelFault, panelFault } from "../panel-http/panel-fault";
import { bodyAs, expectBody, statusFault } from "../panel-http/read-answer";
import type { Queued } from "../panel-http/write-queue";
import { doneShape, type HiddifyUser, messageShape, userListShape, userShape } from "./shapes";
import { type HiddifyBody, hiddifyUserBody, isAsWanted } from "./user-body";

export interface HiddifyTalk {
  client: PanelClient;
  queued: Queued;
}

/** The slash at the end is needed: without it Hiddify sends a redirect, which loses the body. */
const USERS = "/api/v2/admin/user/";
const pathOf = (uuid: string) => `${USERS}${encodeURIComponent(uuid)}/`;

const saidBy = (answer: PanelAnswer) => bodyAs(answer, messageShape)?.message;
const refusal = (answer: PanelAnswer) => statusFault(answer, saidBy(answer));

/** No user at all is answered with 404 and a sentence. */
export async function listUsers({ client }: HiddifyTalk): Promise<HiddifyUser[]> {
  const answer = await client.send({ method: "GET", path: USERS });
  if (answer.status === 404 && /no user/i.test(saidBy(answer) ?? "")) return [];
  if (answer.status !== 200) throw refusal(answer);
  return expectBody(answer, userListShape);
}

/** 404 without Hiddify's own sentence is a wrong address, and not a user who is missing. */
async function readUser({ client }: HiddifyTalk, uuid: string): Promise<HiddifyUser | null> {
  const answer = await client.send({ method: "GET", path: pathOf(uuid) });
  if (answer.status === 404 && saidBy(answer) !== undefined) return null;
  if (answer.status !== 200) throw refusal(answer);
  return expectBody(answer, userShape);
}

function write({ client, queued }: HiddifyTalk, request: PanelRequest): Promise<PanelAnswer> {
  return queued(() => client.send(request));
}

async function change(talk: HiddifyTalk, account: PanelAccount, found: HiddifyUser): Promise<void> {
  const body = hiddifyUserBody(account, found.current_usage_GB);
  if (isAsWanted(found, body)) return;
  const answer = await write(talk, { method: "PATCH", path: pathOf(body.uuid), json: body });
  if (answer.status !== 200) throw refusal(answer);
  expectBody(answer, doneShape);
}

async function deleteUser(talk: HiddifyTalk, uuid: string): Promise<void> {
  const answer = await write(talk, { method: "DELETE", path: pathOf(uuid) });
  if (answer.status === 404 && saidBy(answer) !== undefined) return;
  if (answer.status !== 200) throw refusal(answer);
  expectBody(answer, doneShape);
}

/** Null when nobody answered: then it may be there. */
async function send(talk: HiddifyTalk, body: HiddifyBody, usedGb: number): Promise<PanelAnswer | null> {
  try {
    const json = { ...body, current_usage_GB: usedGb };
    return await write(talk, { method: "POST", path: USERS, json });
  } catch (error) {
    if (isPanelFault(error) && error.panelError.kind === "unreachable") return null;
    throw error;
  }
}

async function create(talk: HiddifyTalk, account: PanelAccount, usedGb: number): Promise<void> {
  const answer = await send(talk, hiddifyUserBody(account, usedGb), usedGb);
  if (answer?.status === 200) {
    expectBody(answer, doneShape);
    return;
  }
  const isThere = answer?.status === 400 && /exists/i.test(saidBy(answer) ?? "");
  if (answer && !isThere) throw refusal(answer);
  const there = await readUser(talk, account.credential.uuid);
  if (there) return change(talk, account, there);
  throw answer ? refusal(answer) : panelFault("unreachable", "it did not answer, and there is no such user");
}

/**
 * Makes or changes the user of this uuid. The uuid is the secret and the identity at once: a user of the same name with
 * another one is an earlier secret, whose counter goes on with the new user and who is deleted then.
 */
export async function putUser(talk: HiddifyTalk, account: PanelAccount): Promise<string> {
  const { uuid } = account.credential;
  const found = await readUser(talk, uuid);
  if (found && (!account.remoteId || account.remoteId === uuid)) {
    await change(talk, account, found);
    return uuid;
  }
  const named = (await listUsers(talk)).filter(({ name }) => name === account.username);
  const earlier = named.filter((user) => user.uuid !== uuid);
  if (found) await change(talk, account, found);
  else await create(talk, account, Math.max(0, ...earlier.map((user) => user.current_usage_GB)));
  for (const user of earlier) await deleteUser(talk, user.uuid);
  return uuid;
}

/** Whoever has its name, under whichever uuid. */
export async function removeUser(talk: HiddifyTalk, account: PanelAccount): Promise<void> {
  const named = (await listUsers(talk)).filter(({ name }) => name === account.username);
  for (const { uuid } of named) await deleteUser(talk, uuid);
}
