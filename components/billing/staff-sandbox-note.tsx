"use client";

import { usePathname } from "@/lib/i18n/navigation";
import { SandboxNote } from "./sandbox-note";

/** The back office's pages of payments; a new one belongs here. */
const PAYMENT_PAGES =
  /^\/admin\/(?:invoices|payments|money|withdrawals|reconciliation|transactions|ledger)(?:\/|$)/;

/** The note above staff's pages of payments. */
export function StaffSandboxNote({ sandbox }: { sandbox: "all" | "some" }) {
  return PAYMENT_PAGES.test(usePathname()) ? <SandboxNote sandbox={sandbox} /> : null;
}
