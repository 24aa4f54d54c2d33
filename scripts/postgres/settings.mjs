/** Settings of every cluster of ours. Small machines and containers first: no parallel workers (they need /dev/shm), no JIT. */
const COMMON = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: 200,
  shared_buffers: "192MB",
  timezone: "UTC",
  log_timezone: "UTC",
  jit: "off",
  max_parallel_workers_per_gather: 0,
  max_parallel_maintenance_workers: 0,
  random_page_cost: 1.1,
  max_wal_size: "2GB",
  log_checkpoints: "off",
  lc_messages: "C",
};

const PROFILES = {
  /** The product and its benches: nothing that was committed is ever lost. */
  durable: { fsync: "on", synchronous_commit: "on", full_page_writes: "on" },
  /** Clusters of a test run, thrown away at its end. */
  fast: {
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    shared_buffers: "128MB",
    max_wal_size: "512MB",
    autovacuum_naptime: "1h",
  },
};

/** The command line options of a profile. */
export function settingsOf(profile, port) {
  const settings = { ...COMMON, ...PROFILES[profile], port };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
