import type { PanelConnection, VpnPanelAdapter } from "@/lib/domain/vpn/ports";
import type { PanelProbeResult, PanelResult, UsageReport } from "@/lib/domain/vpn/types";
import { readCredentials } from "../panel-http/credentials";
import { createPanelClient, type PanelClient, type PanelPatience } from "../panel-http/panel-client";
import { answering } from "../panel-http/panel-fault";
import { expectBody, statusFault } from "../panel-http/read-answer";
import { createWriteQueue } from "../panel-http/write-queue";
import { credentialShape, infoShape } from "./shapes";
import { GB } from "./user-body";
import { type HiddifyTalk, listUsers, putUser, removeUser } from "./users";

/** What was tried. */
const KNOWN = /^v?1[01]\./;
/** Each change runs a job on the machine. */
const WRITE_EVERY_MS = 1_000;

async function probe(client: PanelClient): Promise<PanelProbeResult> {
  // The documentation says /panel/version, which is not there.
  const info = await client.send({ method: "GET", path: "/api/v2/panel/info/" });
  if (info.status !== 200) throw statusFault(info);
  const { version } = expectBody(info, infoShape);
  if (KNOWN.test(version)) return { version, isKnown: true, remark: "" };
  const remark = `This is Hiddify Manager ${version}; this adapter was tried with 10 and 11, and 12 is known to refuse keys.`;
  return { version, isKnown: false, remark };
}

async function readUsage(talk: HiddifyTalk): Promise<UsageReport> {
  const readings = new Map<string, bigint>();
  for (const { name, current_usage_GB } of await listUsers(talk)) {
    const bytes = BigInt(Math.max(0, Math.round(current_usage_GB * GB)));
    // For a moment two users may have one name, while a new secret replaces an old one.
    const known = readings.get(name) ?? 0n;
    readings.set(name, bytes > known ? bytes : known);
  }
  return {
    // Accounts are made with mode "no_reset": the panel adds up, over restarts.
    epoch: "hiddify",
    // It does not tell up from down.
    readings: [...readings].map(([username, downloadBytes]) => ({
      username,
      uploadBytes: 0n,
      downloadBytes,
    })),
  };
}

/** Hiddify Manager, API v2. The connection's address holds the admin's secret path: https://domain/<path>. */
export function createHiddifyAdapter(
  connection: PanelConnection,
  patience: PanelPatience = {},
): PanelResult<{ adapter: VpnPanelAdapter }> {
  const credentials = readCredentials(credentialShape, connection.credentials);
  if (!credentials.ok) return credentials;
  const { apiKey } = credentials.value;
  const headers = { "Hiddify-API-Key": apiKey };
  const client = createPanelClient({ baseUrl: connection.url, headers, ...patience });
  const talk = { client, queued: createWriteQueue(patience.writeEveryMs ?? WRITE_EVERY_MS) };
  const secrets = [apiKey];
  const adapter: VpnPanelAdapter = {
    kind: "HIDDIFY",
    capabilities: { cutsConnections: false, forgetsOnRestart: false },
    probe: () => answering(secrets, () => probe(client)),
    ensureAccount: (account) => answering(secrets, async () => ({ remoteId: await putUser(talk, account) })),
    removeAccount: (account) =>
      answering(secrets, async () => {
        await removeUser(talk, account);
        return {};
      }),
    listAccounts: () =>
      answering(secrets, async () => ({
        accounts: (await listUsers(talk)).map(({ name, uuid, enable, is_active }) => ({
          username: name,
          remoteId: uuid,
          isActive: is_active ?? enable,
        })),
      })),
    readUsage: () => answering(secrets, () => readUsage(talk)),
    // It has no call for that.
    cutConnections: async () => ({ ok: true, cut: null }),
  };
  return { ok: true, adapter };
}
