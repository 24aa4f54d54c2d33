import { readFileSync } from "node:fs";
import type { Deps } from "@/lib/deps";
import { systemActor } from "@/lib/domain/kernel/actor";
import { probePanelById } from "@/lib/domain/vpn/commands/probe-panels";
import { savePanel } from "@/lib/domain/vpn/commands/save-panel";
import { saveServer } from "@/lib/domain/vpn/commands/save-server";
import { setServerStatus } from "@/lib/domain/vpn/commands/set-server-status";
import { listStaffPanels } from "@/lib/domain/vpn/queries/staff-servers";
import { savePanelSchema, saveServerSchema } from "@/lib/domain/vpn/schema";
import { CommandError, type CommandOutcome, refused } from "../output";

const OPERATOR = systemActor("operator", "cli");

const WORDS = {
  name_taken: "A server has this name already.",
  inbound_tag_taken: "Two of the inbounds have one tag.",
  inbound_refused: "Current apps refuse one of the inbounds.",
} as const;

const WRONG_ADDRESS =
  "panel.url is no whole address, or it is http:// to a node that is not on this machine or in a private network.";

/** Every field that is missing or wrong, by its place in the file. */
function problemsOf(part: string, issues: readonly { path: PropertyKey[]; message: string }[]): string {
  const lines = issues.map(
    ({ path, message }) => `${[part, ...path].filter((step) => step !== "").join(".")}: ${message}`,
  );
  return lines.join("\n");
}

interface ServerFile {
  panel?: Record<string, unknown>;
  server?: Record<string, unknown>;
}

function readServerFile(path: string): ServerFile {
  try {
    return JSON.parse(readFileSync(path === "-" ? 0 : path, "utf8"));
  } catch (error) {
    throw new CommandError(`${path} cannot be read as JSON: ${error instanceof Error ? error.message : ""}`);
  }
}

/** A panel of that name that is known already is used as it is. */
async function panelIdOf(deps: Deps, panel: Record<string, unknown>): Promise<string> {
  const known = (await listStaffPanels(deps, OPERATOR)).find(({ name }) => name === panel.name);
  if (known) return known.id;
  const typed = savePanelSchema.safeParse({
    ...panel,
    credentials: JSON.stringify(panel.credentials ?? {}),
    options: JSON.stringify(panel.options ?? {}),
  });
  if (!typed.success) throw new CommandError(problemsOf("panel", typed.error.issues));
  const saved = await savePanel(deps, OPERATOR, typed.data);
  if (saved.ok) return saved.panelId;
  const { field, text, found } = saved.details ?? {};
  const wrong = field === "url" ? WRONG_ADDRESS : `The panel does not fit its kind: ${String(text)}.`;
  throw refused(saved.reason, {
    ...WORDS,
    invalid_input: wrong,
    panel_address_taken: `The panel "${String(found)}" has this address already: give that name in the file.`,
  });
}

/** Opens the new server when its panel answers and its checklist is complete; otherwise says what it waits for. */
async function openIfReady(deps: Deps, serverId: string, probe: string): Promise<string> {
  const status = { serverId, version: 1, status: "ONLINE", isDraining: false, reason: "" } as const;
  const opened = await setServerStatus(deps, OPERATOR, status);
  if (opened.ok) return "Its panel answers: it is open to customers.";
  return `It waits in maintenance (still open: ${opened.details?.open ?? opened.reason}; panel: ${probe}). Mend that, then set it online on its page.`;
}

/**
 * Adds a server from a file with "panel" (name, kind, url, credentials, options) and "server" (as the form, with inbounds).
 * Its panel is asked who it is; the server is open only when that went well.
 */
export async function vpnServerAddCommand(
  deps: Deps,
  _args: string[],
  options: Record<string, string | boolean | undefined>,
): Promise<CommandOutcome> {
  const { panel, server } = readServerFile(String(options.file));
  if (!panel || !server) throw new CommandError('The file needs "panel" and "server".');
  const panelId = await panelIdOf(deps, panel);
  const typed = saveServerSchema.safeParse({ server: { ...server, panelId } });
  if (!typed.success) throw new CommandError(problemsOf("", typed.error.issues));
  const saved = await saveServer(deps, OPERATOR, typed.data);
  if (!saved.ok) {
    const about = saved.details?.tag ? ` (${saved.details.tag}: ${saved.details.problem})` : "";
    const { message, code } = refused(saved.reason, WORDS);
    throw new CommandError(message + about, code);
  }
  const probed = await probePanelById(deps, OPERATOR, panelId);
  const { code, text } = probed.ok ? probed.outcome : { code: probed.reason, text: "" };
  const state = await openIfReady(deps, saved.serverId, text ? `${code}, ${text}` : code);
  return {
    lines: [`${typed.data.server.name} was added. ${state}`, saved.serverId],
    json: { serverId: saved.serverId, panelId, probe: code },
  };
}
