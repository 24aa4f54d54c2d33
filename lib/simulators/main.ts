import { stopWithParent } from "@/lib/stop-with-parent";
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
});
process.stdout.write(`simulators listen on ${simulators.url}\n`);

async function stop(): Promise<void> {
  await simulators.close();
  process.exit(0);
}
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
stopWithParent(() => void stop());
