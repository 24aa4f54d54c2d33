export function rememberAddress(dataDir: string, port: number, kind?: { isBuilt?: boolean }): void;
export function runningPort(dataDir: string): number | null;
export function servedPort(dataDir: string): number | null;
