export function loadEnvFile(): void;
export function modeOf(env: Record<string, string | undefined>): "demo" | "production";
/** Absolute folder of the embedded database, secrets and the demo's mailbox. */
export function dataDirOf(env: Record<string, string | undefined>): string;
/** The environment of the product's processes; in demo with the secrets that are not set (made once per data folder). */
export function composeEnvironment(
  env: Record<string, string | undefined>,
  databaseUrl: string,
): Promise<Record<string, string>>;
