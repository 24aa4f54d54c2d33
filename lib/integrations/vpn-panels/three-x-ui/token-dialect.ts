import type { PanelAccount } from "@/lib/domain/vpn/types";
import type { PanelClient } from "../panel-http/panel-client";
import { isPanelFault, panelFault } from "../panel-http/panel-fault";
import { clientBody, inboundFor } from "./client-body";
import type { ThreeXUiDialect } from "./dialect";
import { AJAX, type Envelope, envelopeOf, isMissing, isTaken, objectOf, refusalOf } from "./envelope";
import { clientListShape, inboundListShape, statusShape, trafficShape } from "./shapes";

const KNOWN = /^v?3\.[1-9]/;
const API = "/panel/api";

/** 3.1 and later: clients are rows of their own, which are attached to inbounds; calls carry a token. */
export function createTokenDialect(client: PanelClient, token: string): ThreeXUiDialect {
  const headers = { ...AJAX, authorization: `Bearer ${token}` };
  const get = async (path: string) =>
    envelopeOf(await client.send({ method: "GET", path: `${API}${path}`, headers }));
  const post = async (path: string, json: object = {}) =>
    envelopeOf(await client.send({ method: "POST", path: `${API}${path}`, headers, json }));
  const named = (email: string) => encodeURIComponent(email);

  /** Bytes used so far; null for a client who is not there. */
  async function usedBy(email: string): Promise<number | null> {
    const envelope = await get(`/clients/traffic/${named(email)}`);
    if (isMissing(envelope)) return null;
    const traffic = objectOf(envelope, trafficShape);
    return traffic && traffic.up + traffic.down;
  }

  async function change(account: PanelAccount, inboundIds: number[], used: number): Promise<void> {
    const email = account.username;
    const body = clientBody(account, email, account.inbounds, used);
    const updated = await post(`/clients/update/${named(email)}`, body);
    if (!updated.success) throw refusalOf(updated);
    const attached = await post(`/clients/${named(email)}/attach`, { inboundIds });
    if (!attached.success && !/already/i.test(attached.msg)) throw refusalOf(attached);
  }

  async function add(account: PanelAccount, inboundIds: number[]): Promise<Envelope | null> {
    try {
      const body = clientBody(account, account.username, account.inbounds, 0);
      return await post("/clients/add", { client: body, inboundIds });
    } catch (error) {
      // With many clients it takes a minute: silence does not mean that it was not made.
      if (isPanelFault(error) && error.panelError.kind === "unreachable") return null;
      throw error;
    }
  }

  return {
    async probe() {
      const status = objectOf(await get("/server/status"), statusShape);
      const version = status.panelVersion ?? "3";
      if (!KNOWN.test(version)) {
        const remark = `This is 3x-ui ${version}; this adapter was tried with 2.x and with 3.1 to 3.9.`;
        return { version, isKnown: false, remark };
      }
      const isRunning = !status.xray || status.xray.state === "running";
      return { version, isKnown: true, remark: isRunning ? "" : "Xray is not running: nobody can connect." };
    },

    async put(account) {
      const inbounds = objectOf(await get("/inbounds/list"), inboundListShape) ?? [];
      const inboundIds = account.inbounds.map((template) => inboundFor(template, inbounds).id);
      const used = await usedBy(account.username);
      if (used !== null) return change(account, inboundIds, used);
      const added = await add(account, inboundIds);
      if (added && !added.success && !isTaken(added)) throw refusalOf(added);
      if (added?.success) {
        // Traffic that a removal kept counts against the limit from the beginning.
        const kept = (await usedBy(account.username)) ?? 0;
        if (kept > 0) await change(account, inboundIds, kept);
        return;
      }
      const there = await usedBy(account.username);
      if (there === null) throw panelFault("unreachable", "it did not answer, and there is no such client");
      await change(account, inboundIds, there);
    },

    async remove(username) {
      // Its counter goes on when it is made again.
      const removed = await post(`/clients/del/${named(username)}?keepTraffic=1`);
      if (!removed.success && !isMissing(removed)) throw refusalOf(removed);
    },

    async list() {
      const clients = objectOf(await get("/clients/list"), clientListShape) ?? [];
      return clients.map(({ email, enable, traffic }) => ({
        username: email,
        isActive: enable,
        uploadBytes: traffic?.up ?? 0,
        downloadBytes: traffic?.down ?? 0,
      }));
    },
  };
}
