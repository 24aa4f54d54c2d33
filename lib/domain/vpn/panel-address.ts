const PORTS: Record<string, string> = { "http:": "80", "https:": "443" };

/**
 * Where a panel is, spelled in one way: host in small letters, port, path without a slash at its end. Null for what is no
 * address.
 */
export function panelAddress(url: string): string | null {
  const parsed = URL.parse(url.trim());
  if (!parsed?.hostname) return null;
  const port = parsed.port || PORTS[parsed.protocol] || "";
  return `${parsed.hostname.toLowerCase()}:${port}${parsed.pathname.replace(/\/+$/, "")}`;
}
