import type { PanelAccount, PanelError } from "@/lib/domain/vpn/types";
import type { InboundTemplate } from "@/lib/domain/vpn-links/types";
import { panelError } from "../panel-error";
import type { CoreClient } from "./core-client";
import {
  accountMessage,
  addUser,
  byTag,
  type CorePackage,
  markerOutbound,
  personalInbound,
  removeUser,
  userMessage,
} from "./core-messages";

export type Done = { ok: true } | { ok: false; error: PanelError };

const DONE: Done = { ok: true };
/** The words of both cores, which have one status for everything that an inbound refuses. */
const IS_THERE = /already exists/i;
const IS_NOT_THERE = /not found|not enough information for making a decision/i;
/** V2Ray 4 has the second wording. */
const NO_INBOUND = /handler not found|not enough information for making a decision/i;
/** Inbounds that know no persons. */
export const NO_USERS = /not a UserManager/i;
const TAG_TAKEN = /existing tag/i;
const TAKEN = "V2Ray takes one person per Shadowsocks inbound, and this one is taken. Xray takes any number.";

const isPersonal = (core: CorePackage, inbound: InboundTemplate) =>
  core === "v2ray.core" && inbound.protocol === "SHADOWSOCKS";
const seatTag = (tag: string) => `patchbay-taken-${tag}`;
const personalTag = (tag: string, username: string) => `${tag}:${username}`;

const noInbound = (tag: string): Done => ({
  ok: false,
  error: panelError("validation", `The core has no inbound with the tag "${tag}".`),
});

const wireguard: Done = {
  ok: false,
  error: panelError("validation", "A core has no accounts for WireGuard: add the node as WireGuard."),
};

async function closePersonal(client: CoreClient, tag: string, username: string): Promise<Done> {
  const removed = await client.handler("RemoveInbound", byTag(personalTag(tag, username)));
  if (removed.ok) return client.handler("RemoveOutbound", byTag(seatTag(tag)));
  return IS_NOT_THERE.test(removed.said) ? DONE : removed;
}

/**
 * V2Ray's Shadowsocks knows one person per inbound, so that a person gets an inbound of their own. Its listeners share
 * ports, where a second one would take every other connection from the first: an outbound that leads nowhere marks the
 * port as taken.
 */
async function openPersonal(
  client: CoreClient,
  inbound: InboundTemplate,
  user: Buffer,
  { username, listen }: { username: string; listen: string },
): Promise<Done> {
  const closed = await closePersonal(client, inbound.tag, username);
  if (!closed.ok) return closed;
  const seat = await client.handler("AddOutbound", markerOutbound("v2ray.core", seatTag(inbound.tag)));
  if (!seat.ok && TAG_TAKEN.test(seat.said)) return { ok: false, error: panelError("validation", TAKEN) };
  if (!seat.ok) return seat;
  const tag = personalTag(inbound.tag, username);
  const added = await client.handler("AddInbound", personalInbound(tag, listen, inbound.port, user));
  if (added.ok) return DONE;
  // The core keeps the name of an inbound that could not listen.
  await client.handler("RemoveInbound", byTag(tag));
  await client.handler("RemoveOutbound", byTag(seatTag(inbound.tag)));
  return added;
}

/** Lets the account in, with exactly these secrets: an older entry of the same name is replaced. */
export async function openInbound(
  client: CoreClient,
  core: CorePackage,
  inbound: InboundTemplate,
  account: PanelAccount,
  listen: string,
): Promise<Done> {
  const secret = accountMessage(core, inbound, account.credential);
  if (!secret) return wireguard;
  const user = userMessage(account.username, secret);
  if (isPersonal(core, inbound))
    return openPersonal(client, inbound, user, { username: account.username, listen });
  const wanted = addUser(core, inbound.tag, user);
  let added = await client.handler("AlterInbound", wanted);
  if (!added.ok && IS_THERE.test(added.said)) {
    // Who is in there cannot be read from every core. Open connections live on through this.
    const closed = await closeInbound(client, core, inbound.tag, account.username);
    if (!closed.ok) return closed;
    added = await client.handler("AlterInbound", wanted);
  }
  if (added.ok) return DONE;
  return NO_INBOUND.test(added.said) ? noInbound(inbound.tag) : added;
}

/** Gone is gone: no such person, and no such inbound, are both fine. */
export async function closeInbound(
  client: CoreClient,
  core: CorePackage,
  tag: string,
  username: string,
): Promise<Done> {
  const removed = await client.handler("AlterInbound", removeUser(core, tag, username));
  if (removed.ok) return DONE;
  if (NO_INBOUND.test(removed.said) || NO_USERS.test(removed.said))
    return core === "v2ray.core" ? closePersonal(client, tag, username) : DONE;
  return IS_NOT_THERE.test(removed.said) ? DONE : removed;
}
