import "server-only";
import { getDeps } from "@/lib/deps";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/lib/domain/identity/demo-accounts";
import { getUser, listLoginEvents, listSessions } from "@/lib/domain/identity/queries";
import { getContact } from "@/lib/domain/identity/queries/contact";
import { customerScope } from "@/lib/domain/kernel/actor";
import { formatPhone } from "@/lib/format/phone";
import { requireCustomer } from "./session";

export async function loadProfile() {
  const { actor } = await requireCustomer();
  return getUser(getDeps(), customerScope(actor));
}

/** How the person who looks can be reached; the number as people write it. */
export async function loadContact() {
  const { actor } = await requireCustomer();
  const contact = await getContact(getDeps(), customerScope(actor));
  return { ...contact, phoneAsWritten: contact.phone ? formatPhone(contact.phone) : "" };
}

/** Live sessions and the last sign-ins of the person who looks. */
export async function loadSecurity() {
  const { actor } = await requireCustomer();
  const scope = customerScope(actor);
  const [sessions, loginEvents, profile] = await Promise.all([
    listSessions(getDeps(), scope, actor.sessionId),
    listLoginEvents(getDeps(), scope),
    getUser(getDeps(), scope),
  ]);
  return { sessions, loginEvents, profile };
}

/** Mail kept instead of sent; null outside demo mode, where the page does not exist. */
export async function loadMailbox() {
  const { mailer, mode } = getDeps();
  return mode === "demo" && mailer.mailbox ? mailer.mailbox.list(50) : null;
}

export async function loadStoredMail(id: string) {
  const { mailer, mode } = getDeps();
  return mode === "demo" && mailer.mailbox ? mailer.mailbox.get(id) : null;
}

/** The known accounts that the sign-in page of the demo offers; null elsewhere. */
export function loadDemoAccounts() {
  if (getDeps().mode !== "demo") return null;
  return { accounts: DEMO_ACCOUNTS.map(({ email, role }) => ({ email, role })), password: DEMO_PASSWORD };
}

export function isDemoMode(): boolean {
  return getDeps().mode === "demo";
}
