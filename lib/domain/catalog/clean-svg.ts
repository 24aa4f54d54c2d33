import { ok, type Result, refuse } from "@/lib/domain/kernel/result";

const KEPT_ELEMENTS = new Set(
  "svg g path circle ellipse rect line polyline polygon defs linearGradient radialGradient stop title desc clipPath mask symbol use".split(
    " ",
  ),
);
/** Not drawn anew but refused: an icon that brings them is no icon. */
const REFUSED_ELEMENTS = new Set(
  "script foreignobject iframe object embed image video audio handler listener animate set animatemotion animatetransform discard a style".split(
    " ",
  ),
);
const KEPT_ATTRIBUTES = new Set(
  (
    "viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d points fill stroke stroke-width stroke-linecap stroke-linejoin " +
    "stroke-miterlimit stroke-dasharray stroke-dashoffset stroke-opacity fill-opacity fill-rule clip-rule opacity transform id " +
    "offset stop-color stop-opacity gradientUnits gradientTransform clip-path mask clipPathUnits maskUnits fx fy color " +
    "preserveAspectRatio href xlink:href"
  ).split(" "),
);
const NAME = "[A-Za-z_][A-Za-z0-9_.:-]*";
const TAG = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, "y");
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, "g");
const SKIPPED = /<!--[\s\S]*?-->|<\?xml[^>]*\?>|<!DOCTYPE\s+svg(?:\s+PUBLIC\s+"[^"]*"\s+"[^"]*")?\s*>/y;
const MAX_DEPTH = 40;

function decode(value: string): string {
  return value
    .replace(/&#x([0-9a-f]{1,6});?/gi, (_, hex: string) =>
      String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(hex, 16))),
    )
    .replace(/&#(\d{1,7});?/g, (_, code: string) => String.fromCodePoint(Math.min(0x10ffff, Number(code))))
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

function encode(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** What would run, or be fetched from elsewhere, in words for the refusal; null when the value is harmless. */
function danger(name: string, value: string): string | null {
  const plain = [...value.toLowerCase()].filter((sign) => sign > " ").join("");
  if (name.toLowerCase().startsWith("on")) return name;
  if (/(?:java|vb)script:|expression\(|@import/.test(plain)) return name;
  if (/(?:^|:)href$/.test(name) || name === "src") return plain.startsWith("#") ? null : name;
  return /url\((?!["']?#)/.test(plain) ? name : null;
}

type Attributes = Result<{ text: string }>;

function cleanAttributes(source: string): Attributes {
  let text = "";
  for (const [, name = "", double, single] of source.matchAll(ATTRIBUTE)) {
    const value = decode(double ?? single ?? "");
    const found = danger(name, value);
    if (found) return refuse("icon_unsafe", { found });
    if (KEPT_ATTRIBUTES.has(name)) text += ` ${name === "xlink:href" ? "href" : name}="${encode(value)}"`;
  }
  return ok({ text });
}

/**
 * Draws an SVG anew from the shapes and attributes that are harmless. One that brings scripts, foreign content, event
 * handlers or links to elsewhere is refused with what was found; what is merely unknown is left out.
 */
export function cleanSvg(source: string): Result<{ svg: string }> {
  const text = source.replace(/^\uFEFF/, "").trim();
  const open: { name: string; kept: boolean }[] = [];
  let svg = "";
  let at = 0;
  let ended = false;
  while (at < text.length) {
    const next = text.indexOf("<", at);
    const kept = open.every((element) => element.kept);
    const between = text.slice(at, next === -1 ? text.length : next);
    if (between.trim() !== "") {
      if (open.length === 0) return refuse("icon_unreadable");
      const holdsText = open.at(-1)?.name === "title" || open.at(-1)?.name === "desc";
      if (kept && holdsText) svg += encode(decode(between));
    }
    if (next === -1) break;
    at = next;
    SKIPPED.lastIndex = at;
    if (SKIPPED.test(text)) {
      at = SKIPPED.lastIndex;
      continue;
    }
    if (text.startsWith("<!", at) || text.startsWith("<?", at))
      return refuse("icon_unsafe", { found: "!DOCTYPE" });
    TAG.lastIndex = at;
    const tag = TAG.exec(text);
    if (!tag || ended) return refuse("icon_unreadable");
    at = TAG.lastIndex;
    const [, closing, name = "", attributes = "", selfClosing] = tag;
    const local = name.includes(":") ? (name.split(":").at(-1) ?? name) : name;
    if (REFUSED_ELEMENTS.has(local.toLowerCase())) return refuse("icon_unsafe", { found: local });
    if (closing) {
      const last = open.pop();
      if (last?.name !== name) return refuse("icon_unreadable");
      if (last.kept && open.every((element) => element.kept)) svg += `</${name}>`;
      ended = open.length === 0;
      continue;
    }
    if (open.length === 0 && name !== "svg") return refuse("icon_unreadable");
    const cleaned = cleanAttributes(attributes);
    if (!cleaned.ok) return cleaned;
    const isKept = KEPT_ELEMENTS.has(name);
    const namespace = open.length === 0 ? ' xmlns="http://www.w3.org/2000/svg"' : "";
    if (isKept && kept) svg += `<${name}${namespace}${cleaned.text}${selfClosing ? "/" : ""}>`;
    if (!selfClosing) open.push({ name, kept: isKept });
    else ended = open.length === 0;
    if (open.length > MAX_DEPTH) return refuse("icon_unreadable");
  }
  return ended ? ok({ svg }) : refuse("icon_unreadable");
}
