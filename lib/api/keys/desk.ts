import type { Deps } from "@/lib/deps";
import { digestOf, isWellFormed } from "@/lib/domain/api-keys/key-format";
import { readKeyRecords } from "@/lib/domain/api-keys/queries/key-records";
import type { KeyRecord, KeyVerdict } from "@/lib/domain/api-keys/types";
import { verdictOf } from "@/lib/domain/api-keys/verdict";
import { gathered } from "../subscription/gathered";
import { keepRecords } from "./kept-records";

const GATHERING = { questions: 2, keysEach: 128 };
const MALFORMED: KeyVerdict = { ok: false, why: "malformed", keyId: null };
const UNKNOWN: KeyVerdict = { ok: false, why: "unknown", keyId: null };

export interface KeyDesk {
  /** Whether this key may be used now and from there. Reads the database where memory does not know it. */
  find(text: string, clientAddress: string | null): Promise<KeyVerdict>;
  /** The same from memory alone; null where the database has to be asked. */
  known(text: string, clientAddress: string | null): KeyVerdict | null;
  /** The same by the key's digest, for who has made it before. */
  knownBy(digest: string, clientAddress: string | null): KeyVerdict | null;
  /** How many keys are kept. */
  count(): number;
}

/** One for all doors of a process. Checks keys from memory, which the database's notifications keep true, else with one question for many. */
export function openKeyDesk(deps: Pick<Deps, "db" | "clock" | "notifications">): KeyDesk {
  const records = keepRecords(deps.notifications);
  const read = gathered<KeyRecord>((digests) => readKeyRecords(deps, digests), GATHERING);
  const now = () => deps.clock.securityNow().getTime();

  function known(digest: string, clientAddress: string | null): KeyVerdict | null {
    const at = now();
    const record = records.find(digest, at);
    return record && verdictOf(record, clientAddress, at);
  }

  async function ask(digest: string, clientAddress: string | null): Promise<KeyVerdict> {
    const reading = records.begin();
    try {
      const record = await read(digest);
      if (!record) return UNKNOWN;
      const at = now();
      records.keep(reading, record, at);
      return verdictOf(record, clientAddress, at);
    } finally {
      records.drop(reading);
    }
  }

  return {
    async find(text, clientAddress) {
      if (!isWellFormed(text)) return MALFORMED;
      const digest = digestOf(text);
      return known(digest, clientAddress) ?? (await ask(digest, clientAddress));
    },
    known(text, clientAddress) {
      // What is kept was well-formed when it was found.
      return known(digestOf(text), clientAddress) ?? (isWellFormed(text) ? null : MALFORMED);
    },
    knownBy: known,
    count: records.size,
  };
}
