import { describe, expect, it } from "vitest";
import { z } from "zod";
import { panelFields } from "@/lib/domain/vpn/panel-form";
import {
  extendSchema,
  moveSchema,
  savePanelSchema,
  savePlanSchema,
  saveServerSchema,
  serverStatusSchema,
} from "@/lib/domain/vpn/schema";
import type { PanelKind } from "@/lib/domain/vpn/types";
import { inboundTemplateSchema } from "@/lib/domain/vpn-links/schema";
import en from "@/lib/i18n/messages/en/vpnDesk.json";
import fa from "@/lib/i18n/messages/fa/vpnDesk.json";
import pt from "@/lib/i18n/messages/pt-BR/vpnDesk.json";
import { createVpnPanels } from "@/lib/integrations/vpn-panels/registry";

type Words = Record<string, string>;
const LANGUAGES = { en, fa, "pt-BR": pt };
/** Chosen from a list or ticked: nothing wrong can be typed. What the form sends unseen is no field either. */
const CHOSEN = new Set(["kind", "protocol", "method", "fingerprint", "flow", "mode", "isTrial", "isActive"]);
const UNSEEN = new Set([
  "id",
  "planId",
  "panelId",
  "serverId",
  "subscriptionId",
  "version",
  "kept",
  "inbounds",
]);
const SELECTED = new Set(["status", "isDraining", "fromServerId", "toServerId", "movesAccounts"]);

/** The names of everything in a schema that holds no further names. */
function leaves(schema: z.core.$ZodType, name = ""): string[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, inner]) => leaves(inner, key));
  if (schema instanceof z.ZodDiscriminatedUnion)
    return schema.options.flatMap((option: z.core.$ZodType) => leaves(option, name));
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return leaves(schema.def.innerType, name);
  if (schema instanceof z.ZodPipe) return leaves(schema.def.in, name);
  return [name];
}
const typed = (schema: z.core.$ZodType) =>
  [...new Set(leaves(schema))].filter(
    (name) => !CHOSEN.has(name) && !UNSEEN.has(name) && !SELECTED.has(name),
  );

describe.each(Object.entries(LANGUAGES))("the VPN forms in %s", (_, words) => {
  const fieldErrors: Words = words.fieldError;
  const inbound: Words = words.inbound;
  const panel: Words = words.panelForm;

  it("give a reason for each field of a plan, a server and an opening", () => {
    const { inbounds: _inbounds, ...server } = saveServerSchema.shape.server.shape;
    const names = [
      ...typed(savePlanSchema.shape.plan),
      ...typed(z.object(server)),
      ...typed(serverStatusSchema),
      "panelId",
    ];
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !fieldErrors[name])).toEqual([]);
  });

  it("give a reason for each field of an inbound", () => {
    const names = typed(inboundTemplateSchema);
    expect(names).toContain("spiderPath");
    expect(names.filter((name) => !inbound[`${name}Error`])).toEqual([]);
  });

  it("give a reason for each credential and setting of each kind of panel", () => {
    const silent = Object.entries(panelFields()).flatMap(([kind, { credentials, options }]) =>
      [...credentials, ...options].flatMap(({ name }) =>
        panel[`${name}Error${kind}`] || panel[`${name}Error`] ? [] : [`${kind}.${name}`],
      ),
    );
    expect(silent).toEqual([]);
    expect(typed(savePanelSchema).filter((name) => !fieldErrors[name])).toEqual(["credentials", "options"]);
  });

  it("give a reason for what a decision asks", () => {
    expect([...new Set([...typed(extendSchema), ...typed(moveSchema)])].sort()).toEqual([
      "days",
      "reason",
      "trafficGb",
    ]);
    expect(words.people.numberError).not.toBe("");
  });

  it("have no sentence that says only that something is wrong", () => {
    const sentences = [...Object.values(fieldErrors), ...Object.values(inbound), ...Object.values(panel)];
    for (const empty of ["This does not fit.", "این مقدار پذیرفته نیست.", "Isto não serve."])
      expect(sentences).not.toContain(empty);
  });
});

describe("what an adapter does not take", () => {
  const connect = (kind: PanelKind, credentials: object, options: object = {}) => {
    const url = "https://panel.example.com";
    const answer = createVpnPanels().connect({ kind, url, credentials, options });
    return answer.ok ? [] : (answer.error.fields ?? ["nothing is named"]);
  };

  it.each<[PanelKind, object, object, string[]]>([
    ["HIDDIFY", {}, {}, ["apiKey"]],
    ["HIDDIFY", { apiKey: "no uuid" }, {}, ["apiKey"]],
    ["MARZBAN", { username: "admin" }, {}, ["password"]],
    ["THREE_X_UI", {}, {}, ["token", "username", "password"]],
    ["THREE_X_UI", { username: "admin" }, {}, ["token", "password"]],
    ["REMNAWAVE", {}, {}, ["token"]],
    ["REMNAWAVE", { token: "t" }, { squads: ["no uuid"] }, ["squads.0"]],
    ["WIREGUARD", { key: "short" }, {}, ["key"]],
    ["WIREGUARD", { key: "k".repeat(32) }, { timeoutMs: "soon" }, ["timeoutMs"]],
    ["XRAY", { token: "short" }, {}, ["token"]],
    ["XRAY", { ca: "-----BEGIN CERTIFICATE-----\nno" }, {}, ["ca"]],
    ["XRAY", { key: "-----BEGIN PRIVATE KEY-----\nno" }, {}, ["certificate"]],
    ["XRAY", {}, { agentUrl: "http://203.0.113.9" }, ["agentUrl"]],
    ["XRAY", {}, { agentUrl: "http://127.0.0.1:51821" }, ["agentKey"]],
    ["XRAY", {}, { listen: "everywhere" }, ["listen"]],
  ])("%s names the fields: %j %j", (kind, credentials, options, fields) => {
    expect(connect(kind, credentials, options)).toEqual(fields);
  });
});
