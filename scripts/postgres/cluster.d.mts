export interface PostgresOptions {
  /** Folder for data, port, password and log; made when missing. */
  dataDir: string;
  /** Database to have; "patchbay" by default. */
  database?: string;
  /** "durable" (default) for the product and benches, "fast" for data that may be lost. */
  profile?: "durable" | "fast";
  /** Gets the one line there is to say when data or binaries have to live elsewhere. */
  say?: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** Connection URL of the database asked for. */
  url: string;
  /** Connection URL of any other database of this cluster. */
  urlOf(database: string): string;
  port: number;
  /** Process id of the postmaster. */
  pid: number;
  /** False when the server ran already: another process uses it, or a killed run left it. */
  startedByUs: boolean;
  /** False when the server was killed or stopped by somebody. */
  isRunning(): boolean;
  /** Starts a server that died again: same port, same data. True when it was down. */
  revive(): Promise<boolean>;
  /** Gives it back; the last user's call ends the server (fast shutdown). */
  stop(): Promise<void>;
}

/** Makes sure that the embedded PostgreSQL of the data folder runs. Call again after it was killed: port and data stay. */
export function ensurePostgres(options: PostgresOptions): Promise<EmbeddedPostgres>;

/** Ends the server of a data folder and removes the folder with all its data. */
export function destroyPostgres(dataDir: string): Promise<void>;
