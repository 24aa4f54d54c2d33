import type { PanelAccount } from "@/lib/domain/vpn/types";
import type { PanelClient, PanelRequest } from "../panel-http/panel-client";
import { panelFault } from "../panel-http/panel-fault";
import { clientBody, inboundFor } from "./client-body";
import type { ClientRow, ThreeXUiDialect } from "./dialect";
import { AJAX, type Envelope, envelopeOf, isMissing, isTaken, objectOf, refusalOf } from "./envelope";
import { createLogin, type Login } from "./login";
import { inboundListShape, settingsShape, statusShape, type ThreeXUiInbound } from "./shapes";

const API = "/panel/api/inbounds";
/** From here on clients are rows of their own, and these calls are gone. */
const TOKEN_AGE = /^v?(?:3\.[1-9]|[4-9]|\d{2,})/;

/** An email is unique in the whole panel: further inbounds of an account have a number after a dot. */
const usernameOf = (email: string) => email.replace(/\.\d+$/, "");

interface Placed {
  inbound: ThreeXUiInbound;
  email: string;
  /** By which its inbound knows it: the uuid, the password (Trojan) or the email (Shadowsocks). */
  clientId: string;
  enable: boolean;
}

function clientsOf(inbound: ThreeXUiInbound): Placed[] {
  let settings: unknown;
  try {
    settings = JSON.parse(inbound.settings);
  } catch {
    throw panelFault("protocol", `the settings of inbound ${inbound.id} are no JSON`);
  }
  const read = settingsShape.safeParse(settings);
  if (!read.success) throw panelFault("protocol", `the settings of inbound ${inbound.id} have another shape`);
  return (read.data.clients ?? []).map(({ email, enable, id, password }) => {
    const byProtocol =
      inbound.protocol === "trojan" ? password : inbound.protocol === "shadowsocks" ? email : id;
    return { inbound, email, enable, clientId: byProtocol };
  });
}

const usedBy = ({ inbound, email }: Placed) => {
  const row = inbound.clientStats?.find((stats) => stats?.email === email);
  return row ? row.up + row.down : 0;
};

/** 2.x and 3.0: a client lives inside an inbound's settings, which travel as a text of JSON; calls carry a cookie. */
export function createLoginDialect(client: PanelClient, login: Login): ThreeXUiDialect {
  const withCookie = createLogin(client, login);
  const call = async (request: PanelRequest): Promise<Envelope> =>
    envelopeOf(await withCookie({ ...request, headers: AJAX }));
  const inbounds = async () =>
    objectOf(await call({ method: "GET", path: `${API}/list` }), inboundListShape) ?? [];

  async function write(path: string, inboundId: number, body: object): Promise<Envelope> {
    const json = { id: inboundId, settings: JSON.stringify({ clients: [body] }) };
    return call({ method: "POST", path: `${API}${path}`, json });
  }

  async function remove({ inbound, clientId }: Placed): Promise<void> {
    const path = `${API}/${inbound.id}/delClient/${encodeURIComponent(clientId)}`;
    const removed = await call({ method: "POST", path, json: {} });
    if (!removed.success && !isMissing(removed)) throw refusalOf(removed);
  }

  async function putAll(account: PanelAccount, isAgain: boolean): Promise<void> {
    const all = await inbounds();
    const mine = all.flatMap(clientsOf).filter(({ email }) => usernameOf(email) === account.username);
    const kept = new Set<Placed>();
    // Its plain name is taken by the first inbound it ever had, and stays there.
    let isPlainFree = mine.every(({ email }) => email !== account.username);
    for (const template of account.inbounds) {
      const inbound = inboundFor(template, all);
      const there = mine.find((one) => one.inbound.id === inbound.id);
      const email = there?.email ?? (isPlainFree ? account.username : `${account.username}.${inbound.id}`);
      isPlainFree &&= email !== account.username;
      if (there) kept.add(there);
      const body = clientBody(account, email, [template], there ? usedBy(there) : 0);
      const path = there ? `/updateClient/${encodeURIComponent(there.clientId)}` : "/addClient";
      const written = await write(path, inbound.id, body);
      if (written.success) continue;
      // Somebody was quicker: read again, once.
      if (isTaken(written) && !isAgain) return putAll(account, true);
      throw refusalOf(written);
    }
    for (const one of mine) if (!kept.has(one)) await remove(one);
  }

  return {
    async probe() {
      const status = objectOf(await call({ method: "GET", path: "/panel/api/server/status" }), statusShape);
      const version = status.panelVersion ?? "2.x";
      if (TOKEN_AGE.test(version)) {
        const remark = `This is 3x-ui ${version}, which wants an API token instead of a user name and a password.`;
        return { version, isKnown: false, remark };
      }
      const isRunning = !status.xray || status.xray.state === "running";
      return { version, isKnown: true, remark: isRunning ? "" : "Xray is not running: nobody can connect." };
    },

    put: (account) => putAll(account, false),

    async remove(username) {
      const mine = (await inbounds()).flatMap(clientsOf);
      for (const one of mine) if (usernameOf(one.email) === username) await remove(one);
    },

    async list() {
      const rows = new Map<string, ClientRow>();
      for (const one of (await inbounds()).flatMap(clientsOf)) {
        const username = usernameOf(one.email);
        const stats = one.inbound.clientStats?.find((row) => row?.email === one.email);
        const row = rows.get(username) ?? { username, isActive: false, uploadBytes: 0, downloadBytes: 0 };
        row.isActive ||= one.enable;
        row.uploadBytes += stats?.up ?? 0;
        row.downloadBytes += stats?.down ?? 0;
        rows.set(username, row);
      }
      return [...rows.values()];
    },
  };
}
