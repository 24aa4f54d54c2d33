import type { PanelField, PanelFields } from "./staff-types";
import type { PanelKind } from "./types";

type Form = Record<string, unknown>;

const secret = (name: string): PanelField => ({ name, kind: "secret" });
const pem = (name: string): PanelField => ({ name, kind: "area" });

/** What each adapter takes as credentials; those of 3x-ui are a token, or a name with a password. */
const PANEL_CREDENTIALS: Record<PanelKind, readonly PanelField[]> = {
  HIDDIFY: [secret("apiKey")],
  MARZBAN: [{ name: "username", kind: "text" }, secret("password")],
  THREE_X_UI: [
    secret("token"),
    { name: "username", kind: "text" },
    secret("password"),
    { name: "twoFactorCode", kind: "text" },
  ],
  REMNAWAVE: [secret("token")],
  WIREGUARD: [secret("key")],
  XRAY: [secret("token"), secret("agentKey"), pem("ca"), pem("certificate"), pem("key")],
};

/** What each adapter takes beside them, which is no secret. */
const PANEL_OPTIONS: Record<PanelKind, readonly PanelField[]> = {
  HIDDIFY: [],
  MARZBAN: [],
  THREE_X_UI: [],
  REMNAWAVE: [{ name: "squads", kind: "list" }],
  WIREGUARD: [
    { name: "timeoutMs", kind: "number" },
    { name: "retryPauseMs", kind: "number" },
  ],
  XRAY: [
    { name: "inboundTags", kind: "list" },
    { name: "listen", kind: "text" },
    { name: "agentUrl", kind: "text" },
    { name: "connectMs", kind: "number" },
    { name: "totalMs", kind: "number" },
  ],
};

/** A field's name in the form: a credential and a setting may be called alike. */
const credentialName = (name: string) => `credential:${name}`;
const optionName = (name: string) => `option:${name}`;

/** What the form of each kind asks for. */
export function panelFields(): Record<PanelKind, PanelFields> {
  const kinds = Object.keys(PANEL_CREDENTIALS) as PanelKind[];
  const named = (fields: readonly PanelField[], nameOf: (name: string) => string) =>
    fields.map((field) => ({ ...field, inForm: nameOf(field.name) }));
  const entries = kinds.map((kind) => [
    kind,
    {
      credentials: named(PANEL_CREDENTIALS[kind], credentialName),
      options: named(PANEL_OPTIONS[kind], optionName),
    },
  ]);
  return Object.fromEntries(entries);
}

const text = (value: unknown) => (typeof value === "string" ? value.trim() : "");

function readValue({ kind }: PanelField, typed: string): unknown {
  if (kind === "list") return typed.split(/[\s,]+/).filter(Boolean);
  // What is no number goes on as it is: the adapter says so.
  if (kind === "number") return /^\d+$/.test(typed) ? Number(typed) : typed;
  return typed;
}

function typedOf(form: Form, fields: readonly PanelField[], nameOf: (name: string) => string): Form {
  const typed = fields.map((field) => [field, text(form[nameOf(field.name)])] as const);
  return Object.fromEntries(
    typed.filter(([, value]) => value !== "").map(([field, value]) => [field.name, readValue(field, value)]),
  );
}

/** Settings that were stored for the same kind and have no field stay. */
function keptOptions(form: Form, kind: PanelKind): Form {
  if (form.storedKind !== kind) return {};
  const stored: unknown = JSON.parse(text(form.storedOptions) || "{}");
  const known = PANEL_OPTIONS[kind].map(({ name }) => name);
  return Object.fromEntries(Object.entries(Object(stored)).filter(([name]) => !known.includes(name)));
}

/** A panel as the fields of its form say it; `savePanelSchema` checks it. No credential at all leaves the stored ones. */
export function panelOfForm(form: Form) {
  const about = {
    panelId: text(form.panelId) || undefined,
    version: form.version,
    name: form.name,
    kind: form.kind,
    url: form.url,
    isActive: form.isActive === "on",
    movesAccounts: form.movesAccounts === "on",
  };
  const kind = text(form.kind);
  if (!(kind in PANEL_CREDENTIALS)) return about;
  const known = kind as PanelKind;
  const credentials = typedOf(form, PANEL_CREDENTIALS[known], credentialName);
  const options = { ...keptOptions(form, known), ...typedOf(form, PANEL_OPTIONS[known], optionName) };
  return {
    ...about,
    credentials: Object.keys(credentials).length > 0 ? JSON.stringify(credentials) : "",
    options: JSON.stringify(options),
  };
}
