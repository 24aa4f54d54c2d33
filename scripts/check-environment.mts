import { readEnv } from "@/lib/env";

// Names everything that is missing before minutes are spent on a build.
try {
  readEnv();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
