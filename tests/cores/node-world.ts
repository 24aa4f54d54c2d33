import { randomUUID } from "node:crypto";
import { tellDuePanels } from "@/lib/domain/vpn/commands/tell-due-panels";
import type { PanelKind } from "@/lib/domain/vpn/types";
import type { InboundTemplate } from "@/lib/domain/vpn-links/types";
import type { World } from "../support/world";

export interface NodeSettings {
  kind: PanelKind;
  url: string;
  credentials: object;
  options: object;
  inbounds: InboundTemplate[];
}

/** A node with its server, as an admin adds one. */
export async function addNode({ deps }: World, { kind, url, credentials, options, inbounds }: NodeSettings) {
  const panelId = randomUUID();
  await deps.db.vpnPanel.create({
    data: {
      id: panelId,
      name: `Own node ${kind}`,
      kind,
      url,
      credentialCiphertext: deps.cipher.encrypt(JSON.stringify(credentials)),
      options,
    },
  });
  await deps.db.vpnServer.create({
    data: {
      id: randomUUID(),
      name: `Server ${kind}`,
      location: "Here",
      countryCode: "DE",
      domain: "127.0.0.1",
      maxUsers: 10,
      verifiedAt: new Date(),
      panelId,
      inbounds: {
        create: inbounds.map((template) => ({
          id: randomUUID(),
          protocol: template.protocol,
          tag: template.tag,
          template: JSON.parse(JSON.stringify(template)),
        })),
      },
    },
  });
}

/** Tells the panels what is due; what a panel refused is an error here. */
export async function tellNodes({ deps }: World): Promise<void> {
  await tellDuePanels(deps);
  const left = await deps.db.subscriptionCredential.findMany();
  const errors = left.filter(({ desiredVersion, actualVersion }) => desiredVersion !== actualVersion);
  if (errors.length > 0)
    throw new Error(errors.map((row) => `${row.lastErrorCode}: ${row.lastErrorText}`).join("; "));
}
