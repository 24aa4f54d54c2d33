/** Names one process for good: its id and when it was started. */
export interface ProcessNote {
  pid: number;
  birth: string | null;
}

export function birthOf(pid: number): string | null;
export function commandLineOf(pid: number): string;
export function noteOf(pid: number): ProcessNote;
/** True while exactly that process lives; false for null. */
export function isAlive(note: ProcessNote | null): boolean;
/** Parsed JSON file, or null when it is missing or cut off. The caller knows its shape. */
export function readJson<T = ProcessNote>(path: string): T | null;
export function waitUntil(
  condition: () => boolean | Promise<boolean>,
  milliseconds: number,
  step?: number,
): Promise<boolean>;
/** Sends each signal and gives it its time. False when the process outlived them all. */
export function stopProcess(note: ProcessNote, signals?: [NodeJS.Signals, number][]): Promise<boolean>;
export function withLock<T>(path: string, work: () => Promise<T>, timeoutMs?: number): Promise<T>;
