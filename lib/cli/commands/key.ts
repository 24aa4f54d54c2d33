import type { Deps } from "@/lib/deps";
import { createKey } from "@/lib/domain/api-keys/commands/create-key";
import { revokeKey } from "@/lib/domain/api-keys/commands/revoke-key";
import { digestOf, isWellFormed } from "@/lib/domain/api-keys/key-format";
import { findKeyByDigest, listKeys } from "@/lib/domain/api-keys/queries/own-keys";
import type { KeyMode, Scope } from "@/lib/domain/api-keys/types";
import { SCOPES } from "@/lib/domain/api-keys/vocabulary";
import { findUser } from "@/lib/domain/identity/queries";
import { customerScopeOf, systemActor } from "@/lib/domain/kernel/actor";
import { createProject } from "@/lib/domain/projects/commands/create-project";
import { listProjects } from "@/lib/domain/projects/queries/own-projects";
import { CommandError, type CommandOutcome, refused } from "../output";

type Options = Record<string, string | boolean | undefined>;

const OPERATOR = systemActor("operator", "cli");
const MODES: Record<string, KeyMode> = { live: "LIVE", sandbox: "SANDBOX" };

const WORDS = {
  too_many_keys: "This person has as many API keys as they may have; revoke one first.",
  too_many_projects: "This person has as many projects as they may have.",
  invalid_input: "A name has 1 to 80 characters.",
  not_found: "Nobody has this API key.",
  key_closed: "This API key was revoked before.",
} as const;

async function personOf(deps: Deps, options: Options) {
  const user = await findUser(deps, String(options.user));
  if (!user) throw new CommandError(`Nobody is known as "${options.user}".`);
  return user;
}

function scopesOf(text: string | boolean | undefined): Scope[] {
  if (typeof text !== "string") return [...SCOPES];
  const asked = text.split(/[\s,]+/).filter(Boolean);
  return asked.map((one) => {
    const scope = SCOPES.find((known) => known === one);
    if (!scope) throw new CommandError(`"${one}" is not a scope; there are ${SCOPES.join(", ")}.`);
    return scope;
  });
}

/** The person's living project of that name, opened where there is none. */
async function projectOf(deps: Deps, userId: string, name: string): Promise<string> {
  const known = await listProjects(deps, customerScopeOf(userId));
  const one = known.find((project) => project.name.toLowerCase() === name.trim().toLowerCase());
  if (one) return one.id;
  const created = await createProject(deps, OPERATOR, { userId, name });
  if (!created.ok) throw refused(created.reason, WORDS);
  return created.projectId;
}

/** Makes a key for somebody; the last line is the key, which is shown this once. */
export async function createKeyCommand(
  deps: Deps,
  _args: string[],
  options: Options,
): Promise<CommandOutcome> {
  const mode = MODES[String(options.mode ?? "live").toLowerCase()];
  if (!mode) throw new CommandError(`"${options.mode}" is not a mode; there are live and sandbox.`);
  const scopes = scopesOf(options.scopes);
  const user = await personOf(deps, options);
  const projectId =
    typeof options.project === "string" ? await projectOf(deps, user.id, options.project) : null;
  const name = typeof options.name === "string" ? options.name : "Made by the operator";
  const created = await createKey(deps, OPERATOR, { userId: user.id, name, mode, scopes, projectId });
  if (!created.ok) throw refused(created.reason, WORDS);
  return {
    lines: [
      `A ${mode === "LIVE" ? "live" : "sandbox"} key of ${user.username}. It is shown only now:`,
      created.key,
    ],
    json: { userId: user.id, keyId: created.keyId, projectId, mode, scopes, key: created.key },
  };
}

/** Somebody's keys, newest first: never the keys themselves. */
export async function listKeysCommand(
  deps: Deps,
  _args: string[],
  options: Options,
): Promise<CommandOutcome> {
  const user = await personOf(deps, options);
  const keys = await listKeys(deps, customerScopeOf(user.id));
  return {
    lines:
      keys.length === 0
        ? [`${user.username} has no API keys.`]
        : keys.map((key) =>
            [key.id, `${key.prefix}…${key.last4}`, key.state, key.project?.name ?? "-", key.name].join("  "),
          ),
    json: keys,
  };
}

/** Ends a key at once: by its id or by the key itself. */
export async function revokeKeyCommand(deps: Deps, args: string[]): Promise<CommandOutcome> {
  const [which = ""] = args;
  const keyId = isWellFormed(which) ? await findKeyByDigest(deps, digestOf(which)) : which;
  if (keyId === null) throw refused("not_found", WORDS);
  const revoked = await revokeKey(deps, OPERATOR, { keyId, reason: "revoked by the operator" });
  if (!revoked.ok) throw refused(revoked.reason, WORDS);
  return { lines: ["The key is refused from now on, by every process."], json: { keyId, revoked: true } };
}
