export function programArgs(
  name: "server" | "simulators" | "cli" | "migrate" | "environment",
): Promise<string[]>;
