import type { Context } from "hono";
import { z } from "zod";
import type { ClientTable, StoredClient } from "./clients";

/** 200, whatever happened: `success` says it. */
export const done = (c: Context, msg = "", obj: unknown = null) => c.json({ success: true, msg, obj });
export const refused = (c: Context, reason: string) =>
  c.json({ success: false, msg: `Something went wrong (${reason})`, obj: null });

/** To a stranger there is nothing; scripts of its pages are told 401. */
export const stranger = (c: Context) =>
  c.req.header("X-Requested-With") === "XMLHttpRequest"
    ? c.json({ success: false, msg: "Unauthorized", obj: null }, 401)
    : c.body(null, 404);

/** Both generations list inbounds with the counters of their clients. */
export function inboundList(table: ClientTable, withSettings: boolean) {
  return table.inbounds.map((inbound) => {
    const clients = [...table.clients.values()].filter(({ inboundIds }) => inboundIds.includes(inbound.id));
    return {
      ...inbound,
      enable: true,
      up: 0,
      down: 0,
      settings: JSON.stringify(withSettings ? { clients: clients.map(settingsRow) } : {}),
      clientStats: clients.map(({ email, up, down, enable, totalGB, expiryTime }) => ({
        inboundId: inbound.id,
        email,
        up,
        down,
        enable,
        total: totalGB,
        expiryTime,
      })),
    };
  });
}

function settingsRow({ inboundIds: _ids, up: _up, down: _down, lastOnline: _at, ...row }: StoredClient) {
  return row;
}

/** `settings` is JSON in a text. */
export const settingsInput = z.object({
  id: z.coerce.number().int(),
  settings: z.string().transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "invalid character" });
      return z.NEVER;
    }
  }),
});
