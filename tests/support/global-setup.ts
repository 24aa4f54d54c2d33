import type { TestProject } from "vitest/node";
import { startTestCluster, type TestCluster } from "./cluster";

declare module "vitest" {
  interface ProvidedContext {
    testCluster: TestCluster;
  }
}

interface Shared {
  users: number;
  started: ReturnType<typeof startTestCluster>;
}

/** Projects that run in one process share the cluster. */
const SLOT = Symbol.for("patchbay.tests.cluster");

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = (Reflect.get(globalThis, SLOT) as Shared | undefined) ?? {
    users: 0,
    started: startTestCluster(),
  };
  Reflect.set(globalThis, SLOT, shared);
  shared.users += 1;
  const { cluster, stop } = await shared.started;
  project.provide("testCluster", cluster);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    Reflect.deleteProperty(globalThis, SLOT);
    await stop();
  };
}
