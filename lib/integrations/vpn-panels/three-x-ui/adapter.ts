import type { PanelConnection, VpnPanelAdapter } from "@/lib/domain/vpn/ports";
import type { PanelResult } from "@/lib/domain/vpn/types";
import { readCredentials } from "../panel-http/credentials";
import { createPanelClient, type PanelPatience } from "../panel-http/panel-client";
import { answering } from "../panel-http/panel-fault";
import { createLoginDialect } from "./login-dialect";
import { credentialShape } from "./shapes";
import { createTokenDialect } from "./token-dialect";

/** 3x-ui. The connection's address holds the panel's secret base path: https://host:port/<path>. */
export function createThreeXUiAdapter(
  connection: PanelConnection,
  patience: PanelPatience = {},
): PanelResult<{ adapter: VpnPanelAdapter }> {
  const credentials = readCredentials(credentialShape, connection.credentials);
  if (!credentials.ok) return credentials;
  const given = credentials.value;
  const client = createPanelClient({ baseUrl: connection.url, ...patience });
  const dialect =
    "token" in given ? createTokenDialect(client, given.token) : createLoginDialect(client, given);
  const secrets = ["token" in given ? given.token : given.password];
  const adapter: VpnPanelAdapter = {
    kind: "THREE_X_UI",
    capabilities: { cutsConnections: false, forgetsOnRestart: false },
    probe: () => answering(secrets, () => dialect.probe()),
    ensureAccount: (account) =>
      answering(secrets, async () => {
        await dialect.put(account);
        return { remoteId: account.username };
      }),
    removeAccount: ({ username }) =>
      answering(secrets, async () => {
        await dialect.remove(username);
        return {};
      }),
    listAccounts: () =>
      answering(secrets, async () => ({
        accounts: (await dialect.list()).map(({ username, isActive }) => ({
          username,
          remoteId: username,
          isActive,
        })),
      })),
    readUsage: () =>
      answering(secrets, async () => ({
        // Its database adds up what Xray counted, over restarts.
        epoch: "3x-ui",
        readings: (await dialect.list()).map(({ username, uploadBytes, downloadBytes }) => ({
          username,
          uploadBytes: BigInt(Math.round(uploadBytes)),
          downloadBytes: BigInt(Math.round(downloadBytes)),
        })),
      })),
    // Its only way is to restart Xray, which would cut everybody.
    cutConnections: async () => ({ ok: true, cut: null }),
  };
  return { ok: true, adapter };
}
