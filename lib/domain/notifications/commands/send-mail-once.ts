import type { Mail, Mailer } from "@/lib/domain/identity/ports";
import type { KernelDeps } from "@/lib/domain/kernel/deps";

interface OnceMail {
  /** Of the fact and its reader. */
  key: string;
  kind: string;
  write(): Promise<Mail>;
}

/**
 * Sends a mail, and remembers that it left: the same fact told again is not mailed again. Where the process dies
 * between the two, the next try has the same message id, by which mail programs show one. True when it was sent.
 */
export async function sendMailOnce(
  deps: KernelDeps & { mailer: Mailer },
  { key, kind, write }: OnceMail,
): Promise<boolean> {
  if ((await deps.db.sentMail.count({ where: { key } })) > 0) return false;
  await deps.mailer.send({ ...(await write()), key });
  await deps.db.sentMail.createMany({ data: [{ key, kind }], skipDuplicates: true });
  return true;
}
