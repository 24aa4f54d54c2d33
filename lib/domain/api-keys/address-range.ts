import ipaddr from "ipaddr.js";

export type AddressRange = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** The library also reads "10" and "0x7f.1"; nobody means those. */
function isFullAddress(text: string): boolean {
  return text.includes(":") || ipaddr.IPv4.isValidFourPartDecimal(text);
}

/** "203.0.113.7" or "2001:db8::/32" as a range; null for what is neither. An IPv4 address inside IPv6 counts as itself. */
export function parseRange(text: string): AddressRange | null {
  if (!text.includes("/")) {
    if (!ipaddr.isValid(text) || !isFullAddress(text)) return null;
    const address = ipaddr.process(text);
    return [address, address.kind() === "ipv4" ? 32 : 128];
  }
  const base = text.slice(0, text.indexOf("/"));
  return ipaddr.isValidCIDR(text) && isFullAddress(base) ? (ipaddr.parseCIDR(text) as AddressRange) : null;
}

/** How a range is stored: its first address and its bits, so that two spellings are one. Null for what is no range. */
export function canonicalRange(text: string): string | null {
  const range = parseRange(text);
  if (!range) return null;
  const [address, bits] = range;
  const network =
    address.kind() === "ipv4"
      ? ipaddr.IPv4.networkAddressFromCIDR(`${address}/${bits}`)
      : ipaddr.IPv6.networkAddressFromCIDR(`${address}/${bits}`);
  return `${network}/${bits}`;
}

/** Whether an address lies in one of the ranges. One that is not known, and a range that means nothing, never do. */
export function isInRanges(ranges: readonly string[], clientAddress: string | null): boolean {
  if (!clientAddress || !ipaddr.isValid(clientAddress)) return false;
  const address = ipaddr.process(clientAddress);
  return ranges.some((text) => {
    const range = parseRange(text);
    return range !== null && range[0].kind() === address.kind() && address.match(range[0], range[1]);
  });
}
