import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { SETTINGS, type SettingValue } from "@/lib/domain/settings/schema";

/** The seller as it was when the invoice was made. */
export async function readSeller(
  deps: Pick<KernelDeps, "db">,
  invoiceId: string,
): Promise<SettingValue<"billing.seller">> {
  const { seller } = await deps.db.invoice.findUniqueOrThrow({
    where: { id: invoiceId },
    select: { seller: true },
  });
  return SETTINGS["billing.seller"].parse(seller);
}
