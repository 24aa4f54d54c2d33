import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { connect, createServer } from "node:net";

const WAIT_MS = 15_000;

/** Ports of this machine that were free a moment ago. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
          const server = createServer();
          server.once("error", reject);
          server.listen(0, "127.0.0.1", () => resolve(server));
        }),
    ),
  );
  return Promise.all(
    servers.map((server) => {
      const { port } = server.address() as { port: number };
      return new Promise<number>((resolve) => server.close(() => resolve(port)));
    }),
  );
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

/** Programs that a test started: each is ended by its own id. */
export class Programs {
  private readonly started: ChildProcess[] = [];
  private readonly undone: (() => void)[] = [];

  /** Starts a program and waits until `isReady` says so. */
  async start(
    [program = "", ...args]: string[],
    isReady: () => boolean | Promise<boolean>,
    env: Record<string, string> = {},
  ): Promise<ChildProcess> {
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.started.push(child);
    let said = "";
    const hear = (part: Buffer) => {
      said = `${said}${part}`.slice(-4_000);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("error", hear as never);
    const until = Date.now() + WAIT_MS;
    while (!(await isReady())) {
      if (child.exitCode !== null || Date.now() > until) throw new Error(`${program} did not start: ${said}`);
      await pause(50);
    }
    return child;
  }

  /** The same for what listens on a port of TCP. */
  listening(command: string[], port: number, env: Record<string, string> = {}): Promise<ChildProcess> {
    return this.start(command, () => isOpen(port), env);
  }

  async stop(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      child.once("exit", () => resolve());
      child.kill("SIGKILL");
    });
  }

  /** To be done after every program has ended. */
  finally(undo: () => void): void {
    this.undone.push(undo);
  }

  async stopAll(): Promise<void> {
    await Promise.all(this.started.map((child) => this.stop(child)));
    for (const undo of this.undone.reverse()) undo();
  }
}

/** Runs to the end; throws with what it said when that was no success. */
export const run = (program: string, args: string[], input = ""): string =>
  execFileSync(program, args, { input, encoding: "utf8", stdio: ["pipe", "pipe", "pipe"], timeout: 20_000 });

export const succeeds = (program: string, args: string[]): boolean => {
  try {
    run(program, args);
    return true;
  } catch {
    return false;
  }
};
