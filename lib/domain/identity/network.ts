import ipaddr from "ipaddr.js";

/**
 * The network an address belongs to, for throttling: /24 of IPv4, /64 of IPv6 (one customer's share). An address that
 * cannot be read, or is not known, counts as one network of its own.
 */
export function networkOf(address: string | null): string {
  if (!address || !ipaddr.isValid(address)) return "unknown";
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return `${parsed.octets.slice(0, 3).join(".")}.0/24`;
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}
