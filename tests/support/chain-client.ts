import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { type ChainServer, startChainSimulator } from "@/lib/simulators/chain/start";
import type { ChainSnapshot } from "@/lib/simulators/chain/state";

export const CHAIN_SECRET = "a secret of the tests";
export const CHAIN_START = Date.UTC(2026, 10, 21, 10);

/** BIP84's first two addresses, and one that pays to a script. */
export const BTC_ADDRESS = "bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu";
export const BTC_OTHER = "bc1qnjg0jd8228aq7egyzacy8cys3knf9xvrerkf9g";
export const TRON_ADDRESS = "TUEZSdKsoDHQMeZwihtdoBiN46zxhGWYdH";

export interface ShownTx {
  txid: string;
  fee: number;
  vin: { txid: string; vout: number; sequence: number; prevout: { value: number } }[];
  vout: { scriptpubkey: string; scriptpubkey_type: string; scriptpubkey_address: string; value: number }[];
  status: { confirmed: boolean; block_height?: number; block_hash?: string; block_time?: number };
}

/** A chain of its own for a test file, its clock in hand, and the calls that one makes of it. */
export function useChain() {
  const at = { now: CHAIN_START };
  let server: ChainServer;
  beforeAll(async () => {
    server = await startChainSimulator({ port: 0, secret: CHAIN_SECRET, seed: 7, now: () => at.now });
  });
  beforeEach(() => {
    at.now = CHAIN_START;
    server.simulator.offsetSeconds = 0;
    server.simulator.autoMine = false;
    server.simulator.reset();
  });
  afterAll(() => server.close());

  const steer = (verb: string, body?: unknown, secret = CHAIN_SECRET) =>
    fetch(`${server.urls.control}/${verb}`, {
      method: verb === "state" ? "GET" : "POST",
      headers: { authorization: `Bearer ${secret}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const get = (door: keyof ChainServer["urls"], path: string, init?: RequestInit) =>
    fetch(server.urls[door] + path, init);

  return {
    at,
    steer,
    get,
    get server() {
      return server;
    },
    /** A verb that is taken; what it made. */
    async order(verb: string, body: unknown): Promise<{ txids: string[] } & ChainSnapshot> {
      const answer = await steer(verb, body);
      expect(answer.status, await answer.clone().text()).toBe(200);
      return (await answer.json()) as { txids: string[] } & ChainSnapshot;
    },
    async json<T = unknown>(door: keyof ChainServer["urls"], path: string): Promise<T> {
      const answer = await get(door, path);
      expect(answer.status, path).toBe(200);
      return (await answer.json()) as T;
    },
    text: async (path: string) => (await get("esplora", path)).text(),
  };
}
