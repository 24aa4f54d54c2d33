import type { PanelAccount } from "@/lib/domain/vpn/types";
import { panelFault } from "../panel-http/panel-fault";
import type { HiddifyUser } from "./shapes";

/** Its GB are of 1024^3 bytes. */
export const GB = 1024 ** 3;
const DAY_MS = 86_400_000;
/** Hiddify knows no "unlimited"; from here on its pages say so. */
const UNLIMITED_GB = 1_000_000;
/** A limit of what was used is not crossed yet: a byte less is. */
const BYTE = 1 / GB;

/** Hiddify makes every secret but the uuid itself, so that only links with the uuid would connect. */
function refuseForeignSecrets({ inbounds }: PanelAccount): void {
  const strange = inbounds.find(({ protocol }) => protocol !== "VLESS" && protocol !== "VMESS");
  if (!strange) return;
  throw panelFault(
    "validation",
    `Hiddify takes no secret of ours for ${strange.protocol} (inbound "${strange.tag}"): use VLESS or VMESS there`,
  );
}

/**
 * An account as Hiddify wants it: everything, for what a change leaves out may be set back (enable). It ends with a day:
 * the last one is start_date + package_days, and start_date is only heard together with package_days.
 */
export function hiddifyUserBody(account: PanelAccount, usedGb: number) {
  refuseForeignSecrets(account);
  const { remainingBytes, expiresAt, remainingDays } = account;
  const start = new Date(expiresAt.getTime() - remainingDays * DAY_MS);
  const left = remainingBytes === null ? null : Number(remainingBytes) / GB;
  return {
    uuid: account.credential.uuid,
    name: account.username,
    usage_limit_GB: left === null ? UNLIMITED_GB : left === 0 ? Math.max(0, usedGb - BYTE) : usedGb + left,
    package_days: remainingDays,
    start_date: start.toISOString().slice(0, 10),
    mode: "no_reset",
    enable: account.isActive,
    comment: account.note,
  };
}

export type HiddifyBody = ReturnType<typeof hiddifyUserBody>;

/** Each change starts a job on the machine: none is made where nothing would change. */
export function isAsWanted(user: HiddifyUser, body: HiddifyBody): boolean {
  return (
    user.name === body.name &&
    user.enable === body.enable &&
    user.package_days === body.package_days &&
    user.start_date === body.start_date &&
    user.comment === body.comment &&
    Math.abs(user.usage_limit_GB - body.usage_limit_GB) < BYTE / 2
  );
}
