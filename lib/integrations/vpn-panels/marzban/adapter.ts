import type { PanelConnection, VpnPanelAdapter } from "@/lib/domain/vpn/ports";
import type { PanelProbeResult, PanelResult, UsageReport } from "@/lib/domain/vpn/types";
import { readCredentials } from "../panel-http/credentials";
import { createPanelClient, type PanelPatience } from "../panel-http/panel-client";
import { answering } from "../panel-http/panel-fault";
import { expectBody, statusFault } from "../panel-http/read-answer";
import { createMarzbanSession, type MarzbanCall } from "./session";
import { coreShape, credentialShape, systemShape } from "./shapes";
import { deleteUser, listUsers, putUser } from "./users";

/** What was tried: the last line of Marzban itself. */
const KNOWN = /^v?0\.8\./;
/** PasarGuard, its successor, counts from 1 and has other routes. */
const SUCCESSOR = /^v?[1-9]\d*\./;

async function probe(call: MarzbanCall): Promise<PanelProbeResult> {
  const system = await call({ method: "GET", path: "/api/system" });
  if (system.status !== 200) throw statusFault(system);
  const { version } = expectBody(system, systemShape);
  if (!KNOWN.test(version)) {
    const who = SUCCESSOR.test(version) ? "This looks like PasarGuard" : "This is Marzban";
    return { version, isKnown: false, remark: `${who} ${version}; this adapter was tried with Marzban 0.8.` };
  }
  const core = await call({ method: "GET", path: "/api/core" });
  if (core.status !== 200) throw statusFault(core);
  // Marzban answers 200 for a user whom a core that is down never heard of.
  const remark = expectBody(core, coreShape).started
    ? ""
    : "The core is not running: Marzban takes users, but nobody can connect.";
  return { version, isKnown: true, remark };
}

async function readUsage(call: MarzbanCall): Promise<UsageReport> {
  const users = await listUsers(call);
  return {
    // The panel itself adds up what its nodes counted, over restarts and resets.
    epoch: "marzban",
    readings: users.map((user) => ({
      username: user.username,
      // A user of the same name who was made anew begins at zero.
      epoch: `marzban ${user.created_at}`,
      uploadBytes: 0n,
      // It does not tell up from down.
      downloadBytes: BigInt(Math.round(user.lifetime_used_traffic)),
    })),
  };
}

/** Marzban 0.8 (Gozargah/Marzban, app/routers and app/models). */
export function createMarzbanAdapter(
  connection: PanelConnection,
  patience: PanelPatience = {},
): PanelResult<{ adapter: VpnPanelAdapter }> {
  const credentials = readCredentials(credentialShape, connection.credentials);
  if (!credentials.ok) return credentials;
  const call = createMarzbanSession(
    createPanelClient({ baseUrl: connection.url, ...patience }),
    credentials.value,
  );
  const secrets = [credentials.value.password];
  const adapter: VpnPanelAdapter = {
    kind: "MARZBAN",
    capabilities: { cutsConnections: false, forgetsOnRestart: false },
    probe: () => answering(secrets, () => probe(call)),
    ensureAccount: (account) =>
      answering(secrets, async () => ({ remoteId: (await putUser(call, account)).username })),
    removeAccount: (account) =>
      answering(secrets, async () => {
        await deleteUser(call, account.username);
        return {};
      }),
    listAccounts: () =>
      answering(secrets, async () => ({
        accounts: (await listUsers(call)).map(({ username, status }) => ({
          username,
          remoteId: username,
          isActive: status === "active",
        })),
      })),
    readUsage: () => answering(secrets, () => readUsage(call)),
    // It has no call for that: what is open ends by itself.
    cutConnections: async () => ({ ok: true, cut: null }),
  };
  return { ok: true, adapter };
}
