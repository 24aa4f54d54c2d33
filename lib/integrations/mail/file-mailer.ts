import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Mailer, StoredMail } from "@/lib/domain/identity/ports";
import { systemIds } from "@/lib/integrations/system/ids";

const FILE = /^([0-9a-f-]{36})\.json$/;

const storedMail = z.object({
  id: z.uuid(),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  locale: z.string(),
  sentAt: z.string(),
});

/** Keeps each mail as a file in the data folder, to be read at /dev/mailbox. Only for demo mode. */
export function createFileMailer({ folder, from }: { folder: string; from: string }): Mailer {
  const pathOf = (id: string) => join(/* turbopackIgnore: true */ folder, `${id}.json`);

  async function read(id: string): Promise<StoredMail | null> {
    try {
      return storedMail.parse(JSON.parse(await readFile(pathOf(id), "utf8")));
    } catch {
      return null;
    }
  }

  return {
    async send(mail) {
      const id = systemIds.uuid();
      await mkdir(/* turbopackIgnore: true */ folder, { recursive: true, mode: 0o700 });
      const stored: StoredMail = { ...mail, id, from, sentAt: new Date().toISOString() };
      // Whole or not at all: the page may be reading.
      await writeFile(`${pathOf(id)}.part`, JSON.stringify(stored), { mode: 0o600 });
      await rename(`${pathOf(id)}.part`, pathOf(id));
    },
    mailbox: {
      async list(limit) {
        const names = await readdir(/* turbopackIgnore: true */ folder).catch(() => []);
        // Ids are ordered by time.
        const ids = names.flatMap((name) => FILE.exec(name)?.[1] ?? []);
        const newest = ids.sort().reverse().slice(0, limit);
        return (await Promise.all(newest.map(read))).filter((mail) => mail !== null);
      },
      get: async (id) => (FILE.test(`${id}.json`) ? read(id) : null),
    },
  };
}
