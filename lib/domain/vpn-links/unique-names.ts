/**
 * Names made unique by a number, also against names that a format keeps for itself: Mihomo renames duplicates by itself and
 * sing-box refuses them. The order stays.
 */
export function withUniqueNames<T extends { name: string }>(
  profiles: readonly T[],
  reserved: readonly string[] = [],
): T[] {
  const taken = new Set(reserved);
  /** The number to try next for a name: many locations may have the same one. */
  const next = new Map<string, number>();
  return profiles.map((profile) => {
    const base = profile.name.trim() || "VPN";
    let name = base;
    let number = next.get(base) ?? 2;
    for (; taken.has(name); number += 1) name = `${base} ${number}`;
    next.set(base, number);
    taken.add(name);
    return name === profile.name ? profile : { ...profile, name };
  });
}
