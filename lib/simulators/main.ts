import { stopWithParent } from "@/lib/stop-with-parent";
import { followBusinessTime } from "./follow-business-time";
import { startGatewaySimulators } from "./gateway-simulators";
import { startDailyUse } from "./panels/daily-use";
import { openProductDatabase } from "./sim-bank/product-database";
import { startSimBank } from "./sim-bank/sim-bank";
import { startSimulators } from "./start";

/** The simulators as a process of their own, so that killing the server does not wipe the upstream's memory. */
const url = new URL(process.env.SIMULATOR_URL ?? "http://127.0.0.1:4010");
const secret = process.env.SIMULATOR_SECRET ?? "";
if (secret.length < 16) {
  process.stderr.write("SIMULATOR_SECRET is missing: nobody could steer the simulators.\n");
  process.exit(1);
}

const simulators = await startSimulators({
  port: Number(url.port),
  secret,
  die: () => process.exit(1),
  chain: { autoMine: true },
});
const gateways = await startGatewaySimulators(process.env);
process.stdout.write(`simulators listen on ${simulators.url}\n`);

const { DATABASE_URL, DATABASE_DIRECT_URL, HOOK_SECRETS, PORT } = process.env;
const log = (line: string) => void process.stderr.write(`${line}\n`);
const databaseUrl = DATABASE_DIRECT_URL ?? DATABASE_URL;
const product = databaseUrl ? openProductDatabase(databaseUrl) : null;
const simBank =
  product && HOOK_SECRETS
    ? startSimBank({
        ...product,
        productUrl: `http://127.0.0.1:${PORT ?? 3000}`,
        hookSecret: HOOK_SECRETS.split(",")[0] ?? "",
        log,
      })
    : null;
const follow = (seconds: number) => {
  simulators.upstream.offsetSeconds = seconds;
  simulators.chain.offsetSeconds = seconds;
  simulators.panels.offsetSeconds = seconds;
  gateways.setOffset(seconds);
};
if (product) void followBusinessTime(product, follow, log);

const { panels } = simulators;
const stopUse = startDailyUse(panels.list, () => Date.now() + panels.offsetSeconds * 1_000);

async function stop(): Promise<void> {
  stopUse();
  simBank?.close();
  await Promise.all([simulators.close(), gateways.close()]);
  await product?.close();
  process.exit(0);
}
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
stopWithParent(() => void stop());
