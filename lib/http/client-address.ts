import ipaddr from "ipaddr.js";

/** Set by server.mts on every request it passes on; see readClientAddress. */
export const CLIENT_ADDRESS_HEADER = "x-patchbay-client-address";
const FRONT_DOOR = Symbol.for("patchbay.frontDoor");

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Parses a list of CIDR ranges or single addresses. Throws on a wrong one: a proxy list that means nothing must not start. */
export function parseRanges(list: string[]): Range[] {
  return list.map((item) => {
    if (item.includes("/")) return ipaddr.parseCIDR(item) as Range;
    const address = ipaddr.process(item);
    return [address, address.kind() === "ipv4" ? 32 : 128];
  });
}

function isInside(address: ipaddr.IPv4 | ipaddr.IPv6, ranges: Range[]): boolean {
  return ranges.some(([range, bits]) => address.kind() === range.kind() && address.match(range, bits));
}

function parse(text: string | undefined): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const trimmed = text?.trim() ?? "";
  return ipaddr.isValid(trimmed) ? ipaddr.process(trimmed) : null;
}

/**
 * Who really called: the socket's address, or, when that is a trusted proxy, the first hop of X-Forwarded-For from the
 * right that is not one. A hop that is no address ends the walk at the last good one.
 */
export function resolveClientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trusted: Range[],
): string | null {
  let client = parse(socketAddress);
  if (!client) return null;
  const hops = (forwardedFor ?? "").split(",").filter((hop) => hop.trim() !== "");
  while (hops.length > 0 && isInside(client, trusted)) {
    const hop = parse(hops.pop());
    if (!hop) break;
    client = hop;
  }
  return client.toString();
}

interface Addressed {
  socket: { remoteAddress?: string | undefined };
  headers: Record<string, string | string[] | undefined>;
}

/** Reads who really called; on one connection the same proxy, or the same client, is looked at once. */
export function clientAddressReader(trusted: Range[]): (request: Addressed) => string | null {
  const direct = new WeakMap<object, string | null>();
  return (request) => {
    const { socket } = request;
    // Node makes the headers when they are first looked at.
    const forwardedFor = trusted.length > 0 ? request.headers["x-forwarded-for"] : undefined;
    if (forwardedFor !== undefined) {
      return resolveClientAddress(socket.remoteAddress, forwardedFor.toString(), trusted);
    }
    const known = direct.get(socket);
    if (known !== undefined) return known;
    const address = resolveClientAddress(socket.remoteAddress, undefined, trusted);
    direct.set(socket, address);
    return address;
  };
}

/** server.mts says that it stands in front, so that the header below can be believed. */
export function announceFrontDoor(): void {
  Reflect.set(globalThis, FRONT_DOOR, true);
}

/** The address that server.mts found. Null where the app runs without it: then the header could be anybody's. */
export function readClientAddress(headers: Headers): string | null {
  return Reflect.get(globalThis, FRONT_DOOR) === true ? headers.get(CLIENT_ADDRESS_HEADER) : null;
}
