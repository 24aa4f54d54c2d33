import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** Hashing is slow on purpose, so it runs off the main thread and only a few at a time. */
export interface PasswordHasher {
  /** Throws a RefusalError("unavailable") when too many are waiting. */
  hash(password: string): Promise<string>;
  /** With null (no such user, no password set) it takes as long and answers false. */
  matches(password: string, hash: string | null): Promise<boolean>;
  close(): Promise<void>;
}

export interface Mail {
  to: string;
  subject: string;
  html: string;
  text: string;
  /** The language of the mail, for the reader's screen reader. */
  locale: string;
  /** Of the fact that it tells: another try of the same mail has the same message id. */
  key?: string;
}

export interface StoredMail extends Mail {
  id: string;
  from: string;
  sentAt: string;
}

/** Where demo mail lands instead of the internet. */
export interface Mailbox {
  /** Newest first. */
  list(limit: number): Promise<StoredMail[]>;
  get(id: string): Promise<StoredMail | null>;
}

export interface Mailer {
  send(mail: Mail): Promise<void>;
  /** Only where mail is kept instead of sent (demo). */
  mailbox: Mailbox | null;
}

export interface IdentityDeps extends KernelDeps {
  passwords: PasswordHasher;
  mailer: Mailer;
}
