/** "10.66.0.0/16" and the 2nd host: "10.66.0.3/32". The first address is the server's own. Null when the network is full. */
export function tunnelAddress(network: string, index: number): string | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(network);
  if (!match) return null;
  const [a = 0, b = 0, c = 0, d = 0, bits = 0] = match.slice(1).map(Number);
  if ([a, b, c, d].some((part) => part > 255) || bits < 8 || bits > 30) return null;
  const size = 2 ** (32 - bits);
  const base = ((a * 256 + b) * 256 + c) * 256 + d;
  const first = base - (base % size);
  // The network's own address, the server's, and the broadcast address are not given away.
  const host = index + 1;
  if (index < 1 || host >= size - 1) return null;
  const address = first + host;
  const parts = [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256);
  return `${parts.join(".")}/32`;
}
