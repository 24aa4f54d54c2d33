import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { SERVER_FLAGS } from "../../scripts/run/server-flags.mjs";

export interface Served {
  url: string;
  stop(): Promise<void>;
}

/** A server of this folder in a process of its own, ready. */
export async function serve(name: "api" | "next" | "hono", env: NodeJS.ProcessEnv): Promise<Served> {
  const child: ChildProcess = fork(join(import.meta.dirname, `serve-${name}.mts`), {
    cwd: process.cwd(),
    env,
    execArgv: [...(name === "api" ? SERVER_FLAGS : []), "--import", "tsx"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once("message", (said) => resolve((said as { port: number }).port));
    child.once("exit", (code) => reject(new Error(`the ${name} server ended with ${code}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}
