/** How three apps read a link, by their sources: what survives these survives the apps. */
export interface ParsedLink {
  user: string;
  host: string;
  port: number;
  name: string;
  query: Record<string, string>;
}

interface Parts {
  user: string;
  host: string;
  port: number;
  rawQuery: string;
  rawName: string;
}

/** RFC 3986 as java.net.URI and Go's net/url both take it: no user without @, brackets around IPv6, a port always. */
function partsOf(link: string): Parts {
  const match =
    /^[a-z0-9]+:\/\/(?<user>[^@/?#]*)@(?<host>\[[0-9a-fA-F:.]+\]|[^:/?#@[\]]+):(?<port>\d{1,5})\/?(?:\?(?<query>[^#]*))?(?:#(?<name>.*))?$/.exec(
      link,
    );
  if (!match?.groups) throw new Error(`not a link: ${link}`);
  const { user = "", host = "", port = "", query = "", name = "" } = match.groups;
  if (/[^\x21-\x7e]/.test(link)) throw new Error("a link is ASCII");
  return { user, host: host.replace(/^\[|\]$/g, ""), port: Number(port), rawQuery: query, rawName: name };
}

/** v2rayNG: FmtBase.getQueryParam splits at every "=", so that a bare key throws; Utils.urlDecode leaves "+" alone. */
export function parseLikeV2rayNg(link: string): ParsedLink {
  const parts = partsOf(link);
  if (parts.rawQuery === "" && !link.startsWith("ss://")) throw new Error("v2rayNG wants a query");
  const query: Record<string, string> = {};
  for (const pair of parts.rawQuery.split("&").filter(() => parts.rawQuery !== "")) {
    const split = pair.split("=");
    const [key, value] = split;
    if (split.length !== 2 || !key || value === undefined) throw new Error(`v2rayNG cannot read "${pair}"`);
    if (key in query) throw new Error(`key twice: ${key}`);
    query[key] = decodeURIComponent(value);
  }
  return { ...parts, user: decodeURIComponent(parts.user), name: decodeURIComponent(parts.rawName), query };
}

/** Go's url.ParseQuery, as mihomo's converter uses it: "+" is a blank, the first value of a key counts. */
export function parseLikeMihomo(link: string): ParsedLink {
  const parts = partsOf(link);
  const query: Record<string, string> = {};
  for (const [key, value] of new URLSearchParams(parts.rawQuery)) query[key] ??= value;
  return { ...parts, user: decodeURIComponent(parts.user), name: decodeURIComponent(parts.rawName), query };
}

/** ray2sing (Hiddify): Go's url too, but its keys are lower-cased and without "_" and "-". */
export function parseLikeRay2sing(link: string): ParsedLink {
  const parsed = parseLikeMihomo(link);
  const query = Object.fromEntries(
    Object.entries(parsed.query).map(([key, value]) => [key.toLowerCase().replace(/[_-]/g, ""), value]),
  );
  return { ...parsed, query };
}

/** v2rayN's JSON behind vmess://; mihomo decodes RawStd, then Std, and wants texts everywhere. */
export function parseVmess(link: string): Record<string, string> {
  const body = link.replace(/^vmess:\/\//, "");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(body) || body.length % 4 !== 0) throw new Error("not standard base64");
  const fields: unknown = JSON.parse(Buffer.from(body, "base64").toString("utf8"));
  if (typeof fields !== "object" || fields === null) throw new Error("not an object");
  for (const [key, value] of Object.entries(fields)) {
    if (typeof value !== "string") throw new Error(`${key} is not a text`);
  }
  return fields as Record<string, string>;
}
