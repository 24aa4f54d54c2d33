import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { PasswordHasher } from "@/lib/domain/identity/ports";
import { RefusalError } from "@/lib/domain/kernel/errors";

const WORKER_FILE = ["lib", "integrations", "password", "bcrypt-worker.mjs"];
const MAX_WORKERS = 2;
/** At about three hashes a second and worker, waiting longer than this would only be waiting for a time-out. */
const MAX_WAITING = 100;

type Job =
  | { kind: "hash"; password: string; cost: number }
  | { kind: "compare"; password: string; hash: string };

interface Pending {
  job: Job;
  resolve(value: string | boolean): void;
  reject(error: Error): void;
}

interface Answer {
  id: number;
  value?: string | boolean;
  error?: string;
}

/** A hash nobody's password has, at the same cost: comparing with it takes as long as with a real one. */
function dummyHash(cost: number): string {
  return `$2b$${String(cost).padStart(2, "0")}$${"N9qo8uLOickgx2ZMRZoMye"}${"0".repeat(31)}`;
}

/**
 * bcrypt in worker threads, two at most, started when first needed. A worker that dies takes only its own job with it.
 * `cost` is bcrypt's: 12 takes about a third of a second of one core.
 */
export function createPasswordHasher({ cost }: { cost: number }): PasswordHasher {
  const waiting: Pending[] = [];
  const idle: Worker[] = [];
  const running = new Map<Worker, Pending>();
  let started = 0;
  let isClosed = false;
  let jobs = 0;

  function startWorker(): Worker {
    const file = join(/* turbopackIgnore: true */ process.cwd(), ...WORKER_FILE);
    const worker = new Worker(/* turbopackIgnore: true */ file, { execArgv: [] });
    started += 1;
    worker.unref();
    worker.on("message", (answer: Answer) => {
      const pending = running.get(worker);
      running.delete(worker);
      worker.unref();
      idle.push(worker);
      if (answer.error === undefined && answer.value !== undefined) pending?.resolve(answer.value);
      else pending?.reject(new Error(answer.error ?? "the password worker gave no answer"));
      next();
    });
    const drop = (error: Error) => {
      const place = idle.indexOf(worker);
      if (place >= 0) idle.splice(place, 1);
      running.get(worker)?.reject(error);
      running.delete(worker);
    };
    worker.on("error", drop);
    worker.on("exit", () => {
      drop(new Error("the password worker stopped"));
      started -= 1;
      if (!isClosed) next();
    });
    return worker;
  }

  function next(): void {
    while (waiting.length > 0) {
      const worker = idle.pop() ?? (started < MAX_WORKERS ? startWorker() : null);
      const pending = worker && waiting.shift();
      if (!worker || !pending) return;
      running.set(worker, pending);
      worker.ref();
      jobs += 1;
      worker.postMessage({ id: jobs, ...pending.job });
    }
  }

  function run(job: Job): Promise<string | boolean> {
    if (isClosed) return Promise.reject(new Error("the password hasher is closed"));
    if (waiting.length >= MAX_WAITING)
      return Promise.reject(new RefusalError("unavailable", { retryAfterSeconds: 10 }));
    return new Promise((resolve, reject) => {
      waiting.push({ job, resolve, reject });
      next();
    });
  }

  return {
    hash: async (password) => String(await run({ kind: "hash", password, cost })),
    async matches(password, hash) {
      const same = await run({ kind: "compare", password, hash: hash ?? dummyHash(cost) });
      return hash !== null && same === true;
    },
    async close() {
      isClosed = true;
      for (const pending of waiting.splice(0)) pending.reject(new Error("the password hasher is closed"));
      await Promise.all([...idle, ...running.keys()].map((worker) => worker.terminate()));
    },
  };
}
