/** What stands for a route that nothing matched. */
const UNMATCHED = "unmatched";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const ASSETS = /^\/(?:_next|flags|services|fonts)\//;
const MAX_SEGMENTS = 8;
/** A word of a page's path: lower-case and short. All else is an id, a token or somebody's typing. */
const WORD = /^[a-z][a-z-]{0,23}$/;

/** The method, or OTHER: a client may send any word. */
export function knownMethod(method: string): string {
  const upper = method.toUpperCase();
  return METHODS.has(upper) ? upper : "OTHER";
}

/** The API app's pattern, or "unmatched" where only what is in front of every route answered. */
export function knownRoute(pattern: string): string {
  return /^\/?\*$/.test(pattern) ? UNMATCHED : pattern;
}

/**
 * The pattern of a page's path: "/fa/numbers/019aa0c2-..." becomes "/fa/numbers/:id". Tokens, ids and typing never
 * survive, so that the line may be kept.
 */
export function toPagePattern(path: string): string {
  const plain = path.split(/[?#]/, 1)[0] ?? "/";
  const asset = ASSETS.exec(plain);
  if (asset) return `${asset[0]}:file`;
  const segments = plain.split("/").filter(Boolean).slice(0, MAX_SEGMENTS);
  return `/${segments.map((segment) => (WORD.test(segment) || segment === "pt-BR" ? segment : ":id")).join("/")}`;
}
