import type { IdentityDeps } from "@/lib/domain/identity/ports";
import type { NumbersDeps } from "@/lib/domain/numbers/ports";
import type { VpnDeps } from "@/lib/domain/vpn/ports";

/** What the seed needs of the composition root. */
export interface SeedDeps extends IdentityDeps, NumbersDeps, VpnDeps {
  env: { simulatorUrl: string };
}
