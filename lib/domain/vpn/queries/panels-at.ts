import { panelAddress } from "../panel-address";
import type { VpnDeps } from "../ports";

/** The names of the panels that stand at these addresses, by the address as it was given. */
export async function panelNamesAt(
  { db }: Pick<VpnDeps, "db">,
  urls: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const addresses = urls.flatMap((url) => panelAddress(url) ?? []);
  const rows = await db.vpnPanel.findMany({
    where: { address: { in: addresses } },
    select: { name: true, address: true },
  });
  const names = new Map(rows.map(({ address, name }) => [address, name]));
  return new Map(
    urls.flatMap((url) => {
      const name = names.get(panelAddress(url));
      return name === undefined ? [] : [[url, name] as const];
    }),
  );
}
