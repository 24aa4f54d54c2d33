export function rememberAddress(dataDir: string, port: number): void;
export function runningPort(dataDir: string): number | null;
