/** What everybody sees alike, read once for all of them. */
export interface KeptReadings {
  /** The value under `key` when it was read less than `keptMs` ago; else it is read, once for all who ask meanwhile. */
  read<T>(key: string, keptMs: number, read: () => Promise<T>): Promise<T>;
}
