import { z } from "zod";
import type { PanelConnection, VpnPanelAdapter } from "@/lib/domain/vpn/ports";
import type { PanelAccount, PanelProbeResult, PanelResult, UsageReport } from "@/lib/domain/vpn/types";
import { readCredentials } from "../panel-http/credentials";
import { createPanelClient, type PanelPatience } from "../panel-http/panel-client";
import { answering } from "../panel-http/panel-fault";
import { expectBody } from "../panel-http/read-answer";
import { credentialShape, dropShape, metadataShape, nodesShape, optionsShape } from "./shapes";
import { deleteUser, findUser, listUsers, putUser, type RemnawaveTalk, refusal } from "./users";

/** What was tried. */
const KNOWN = /^v?3\./;
/** The panel drops every connection that does not look as if its proxy had sent it. */
const BEHIND_PROXY = { "X-Forwarded-For": "127.0.0.1", "X-Forwarded-Proto": "https" };

async function probe({ client }: RemnawaveTalk): Promise<PanelProbeResult> {
  const answer = await client.send({ method: "GET", path: "/api/system/metadata" });
  if (answer.status !== 200) throw refusal(answer);
  const { version } = expectBody(answer, metadataShape).response;
  if (!KNOWN.test(version)) {
    const remark = `This is Remnawave ${version}; this adapter was tried with 3.`;
    return { version, isKnown: false, remark };
  }
  const nodes = await client.send({ method: "GET", path: "/api/nodes" });
  if (nodes.status !== 200) throw refusal(nodes);
  const wanted = expectBody(nodes, nodesShape).response.filter(({ isDisabled }) => !isDisabled);
  const lost = wanted.filter(({ isConnected }) => !isConnected).length;
  const remark = lost === 0 ? "" : `${lost} of ${wanted.length} nodes are not connected.`;
  return { version, isKnown: true, remark };
}

async function readUsage(talk: RemnawaveTalk): Promise<UsageReport> {
  const users = await listUsers(talk);
  return {
    // The panel adds up what its nodes counted, over restarts and resets.
    epoch: "remnawave",
    readings: users.map((user) => ({
      username: user.username,
      // A user of the same name who was made anew begins at zero.
      epoch: `remnawave ${user.id ?? user.uuid}`,
      uploadBytes: 0n,
      // It does not tell up from down.
      downloadBytes: BigInt(Math.round(user.userTraffic.lifetimeUsedTrafficBytes)),
    })),
  };
}

/** Its nodes end what the user has open; how many that were is not told. */
async function cut(talk: RemnawaveTalk, { username }: PanelAccount): Promise<{ cut: null }> {
  const user = await findUser(talk, username);
  if (!user) return { cut: null };
  const json = {
    dropBy: { by: "userIds", userIds: [user.id === null ? user.uuid : Number(user.id)] },
    targetNodes: { target: "allNodes" },
  };
  const answer = await talk.client.send({ method: "POST", path: "/api/connections/drop", json });
  if (answer.status !== 200 && answer.status !== 201) throw refusal(answer);
  expectBody(answer, dropShape);
  return { cut: null };
}

/** Remnawave 3. */
export function createRemnawaveAdapter(
  connection: PanelConnection,
  patience: PanelPatience = {},
): PanelResult<{ adapter: VpnPanelAdapter }> {
  const credentials = readCredentials(credentialShape, connection.credentials);
  if (!credentials.ok) return credentials;
  const options = readCredentials(
    z.preprocess((given) => given ?? {}, optionsShape),
    connection.options,
  );
  if (!options.ok) return options;
  const { token } = credentials.value;
  const headers = { authorization: `Bearer ${token}`, ...BEHIND_PROXY };
  const client = createPanelClient({ baseUrl: connection.url, headers, ...patience });
  const talk: RemnawaveTalk = { client, squads: options.value.squads };
  const secrets = [token];
  const adapter: VpnPanelAdapter = {
    kind: "REMNAWAVE",
    capabilities: { cutsConnections: true, forgetsOnRestart: false },
    probe: () => answering(secrets, () => probe(talk)),
    ensureAccount: (account) => answering(secrets, async () => ({ remoteId: await putUser(talk, account) })),
    removeAccount: ({ username }) =>
      answering(secrets, async () => {
        await deleteUser(talk, username);
        return {};
      }),
    listAccounts: () =>
      answering(secrets, async () => ({
        accounts: (await listUsers(talk)).map(({ username, id, uuid, status }) => ({
          username,
          remoteId: id ?? uuid ?? username,
          isActive: status === "ACTIVE",
        })),
      })),
    readUsage: () => answering(secrets, () => readUsage(talk)),
    cutConnections: (account) => answering(secrets, () => cut(talk, account)),
  };
  return { ok: true, adapter };
}
