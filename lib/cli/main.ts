import { Command } from "commander";
import { closeDeps, type Deps, getDeps } from "@/lib/deps";
import { readClockOffset } from "@/lib/domain/kernel/business-time";
import { databaseErrorCode } from "@/lib/domain/kernel/transaction";
import { EnvironmentError } from "@/lib/env";
import { createAdminCommand } from "./commands/admin-create";
import { catalogImportCommand } from "./commands/catalog-import";
import { databaseUrlCommand } from "./commands/database-url";
import { demoClockCommand } from "./commands/demo-clock";
import { demoResetCommand } from "./commands/demo-reset";
import { demoSeedCommand } from "./commands/demo-seed";
import { grantCommand } from "./commands/grant";
import { createKeyCommand, listKeysCommand, revokeKeyCommand } from "./commands/key";
import { ledgerCheckCommand } from "./commands/ledger-check";
import { vpnServerAddCommand } from "./commands/vpn-server-add";
import { vpnPlanListCommand, vpnSubscriptionCreateCommand } from "./commands/vpn-subscription";
import { vpnReconcileCommand, vpnServerProbeCommand } from "./commands/vpn-upkeep";
import { CommandError, type CommandOutcome, print, printError } from "./output";

type Options = Record<string, string | boolean | undefined>;
type Run = (deps: Deps, args: string[], options: Options) => Promise<CommandOutcome>;

let deps: Deps | null = null;

/** Every command lives in the shop's time, which the database keeps; a database that need not be there is not asked. */
function act(run: Run, { asksTime = true } = {}) {
  return async (...parameters: unknown[]) => {
    const command = parameters.at(-1) as Command;
    deps = getDeps();
    if (asksTime) deps.clock.setOffsetSeconds(await readClockOffset(deps));
    const outcome = await run(deps, command.args, command.opts());
    print(outcome, command.opts().json === true);
  };
}

function build(): Command {
  const program = new Command("patchbay")
    .description("The operator's command line of Patchbay.")
    .showHelpAfterError("(add --help for what it expects)");
  const group = (name: string, text: string) => program.command(name).description(text);
  const withJson = (command: Command) => command.option("--json", "print one JSON value");

  const admin = group("admin", "people who run the shop");
  withJson(admin.command("create"))
    .description("create an administrator; asks nothing, prints the password when it made one")
    .requiredOption("--email <email>", "address to sign in with")
    .option("--username <name>", "name to sign in with (from the address by default)")
    .option("--password <password>", "8 to 72 bytes; made and printed when left out")
    .action(act(createAdminCommand));

  withJson(program.command("grant"))
    .description("put money into a wallet: grant <user> <amount>, for example 25.00; negative takes back")
    .argument("<user>", "e-mail address, username or id")
    .argument("<amount>", "USD, up to six decimals")
    .option("--reason <text>", "kept in the audit log and shown in the wallet")
    .option("--key <key>", "repeat-safe: the same key grants once")
    // A negative amount is an argument, not an option.
    .allowUnknownOption()
    .action(act(grantCommand));

  const catalog = group("catalog", "services and countries");
  withJson(catalog.command("import"))
    .description("add the services, countries and operators that are missing; what is there stays as it is")
    .option("--if-empty", "only where there are none at all")
    .action(act(catalogImportCommand));

  const ledger = group("ledger", "the books");
  withJson(ledger.command("check"))
    .description("reconcile the ledger; exit code 1 and the rows when anything does not balance")
    .action(act(ledgerCheckCommand));

  const db = group("db", "the database");
  withJson(db.command("url"))
    .description("the URL in use, as the last line")
    .action(act(databaseUrlCommand, { asksTime: false }));

  const demo = group("demo", "demo mode only");
  withJson(demo.command("seed"))
    .description("demo accounts, catalogue, stock and history; safe to repeat")
    .action(act(demoSeedCommand));
  withJson(demo.command("reset"))
    .description("drop everything and start the demo anew")
    .option("--yes", "do not ask: everything in the database is lost")
    .action(act(demoResetCommand, { asksTime: false }));
  withJson(demo.command("clock"))
    .description("move business time on, for example +21m, +3h, +2d")
    .argument("<offset>", "a plus sign, a number and s, m, h or d")
    // "-1h" is a wrong offset, not an unknown option.
    .allowUnknownOption()
    .action(act(demoClockCommand));
  addVpnCommands(group("vpn", "servers, plans and subscriptions of the VPN"), withJson);
  addKeyCommands(group("key", "API keys"), withJson);
  return program;
}

function addKeyCommands(key: Command, withJson: (command: Command) => Command): void {
  withJson(key.command("create"))
    .description("make an API key for somebody; the last line is the key, shown this once")
    .requiredOption("--user <email>", "e-mail address, username or id")
    .option("--project <name>", "their project, opened where there is none of that name")
    .option("--mode <mode>", "live or sandbox", "live")
    .option("--scopes <list>", "with commas, for example numbers:read,numbers:write (all by default)")
    .option("--name <name>", "what the key is called in their list")
    .action(act(createKeyCommand));
  withJson(key.command("list"))
    .description("somebody's API keys, newest first")
    .requiredOption("--user <email>", "e-mail address, username or id")
    .action(act(listKeysCommand));
  withJson(key.command("revoke"))
    .description("end an API key at once, in every process")
    .argument("<key>", "its id, or the key itself")
    .action(act(revokeKeyCommand));
}

function addVpnCommands(vpn: Command, withJson: (command: Command) => Command): void {
  const server = vpn.command("server").description("locations and their panels");
  withJson(server.command("add"))
    .description("add a server with its inbounds, and its panel where that is new")
    .requiredOption("--file <path>", 'JSON with "panel" and "server"; - reads standard input')
    .action(act(vpnServerAddCommand));
  withJson(server.command("probe"))
    .description("ask the panels who they are; exit code 1 when one is not fine")
    .argument("[server]", "the panel of this server alone")
    .action(act(vpnServerProbeCommand));
  const plan = vpn.command("plan").description("what is sold");
  withJson(plan.command("list"))
    .description("plans with price, terms and how many live on them")
    .action(act(vpnPlanListCommand));
  const subscription = vpn.command("subscription").description("what people have");
  withJson(subscription.command("create"))
    .description("buy a plan from somebody's wallet; the last line is the subscription's secret link")
    .requiredOption("--user <email>", "e-mail address, username or id")
    .option("--plan <name>", "as the shop calls it (the cheapest by default)")
    .action(act(vpnSubscriptionCreateCommand));
  withJson(vpn.command("reconcile"))
    .description("compare the panels with our accounts and set right what differs")
    .action(act(vpnReconcileCommand));
}

function explain(error: unknown): string {
  if (error instanceof CommandError || error instanceof EnvironmentError) return error.message;
  const state = databaseErrorCode(error);
  const message = error instanceof Error ? error.message : String(error);
  return state ? `The database refused (${state}): ${message}` : message;
}

try {
  await build().parseAsync(process.argv);
} catch (error) {
  const code = error instanceof CommandError ? error.code : "failed";
  printError(explain(error), code, process.argv.includes("--json"));
  process.exitCode = 1;
} finally {
  if (deps) await closeDeps(deps);
}
