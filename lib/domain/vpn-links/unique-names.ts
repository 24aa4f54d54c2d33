/**
 * Names made unique by a number, also against names that a format keeps for itself: Mihomo renames duplicates by itself and
 * sing-box refuses them. The order stays.
 */
export function withUniqueNames<T extends { name: string }>(
  profiles: readonly T[],
  reserved: readonly string[] = [],
): T[] {
  const taken = new Set(reserved);
  return profiles.map((profile) => {
    const base = profile.name.trim() || "VPN";
    let name = base;
    for (let number = 2; taken.has(name); number += 1) name = `${base} ${number}`;
    taken.add(name);
    return name === profile.name ? profile : { ...profile, name };
  });
}
