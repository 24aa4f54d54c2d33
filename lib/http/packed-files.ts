import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";

const ADDRESS = "/_next/static/";
const TYPES = { js: "application/javascript; charset=UTF-8", css: "text/css; charset=UTF-8" } as const;

interface PackedFile {
  body: Buffer;
  type: string;
}

function readPacked(folder: string): Map<string, PackedFile> {
  const files = new Map<string, PackedFile>();
  if (!existsSync(folder)) return files;
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const kind = /\.(js|css)\.br$/.exec(name)?.[1];
    if (kind !== "js" && kind !== "css") continue;
    const path = `${ADDRESS}${name.replaceAll("\\", "/").slice(0, -".br".length)}`;
    files.set(path, { body: readFileSync(join(folder, name)), type: TYPES[kind] });
  }
  return files;
}

/** Answers a build's scripts and style sheets from what was packed when it was made. False: somebody else has to. */
export type PackedFiles = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Reads a build's packed files once; their names change with their content, so they are kept for good. */
export function openPackedFiles(folder: string): PackedFiles {
  const files = readPacked(folder);
  return (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    if (!/\bbr\b/.test(request.headers["accept-encoding"]?.toString() ?? "")) return false;
    const file = files.get(request.url?.split("?")[0] ?? "");
    if (!file) return false;
    response.writeHead(200, {
      "content-type": file.type,
      "content-encoding": "br",
      "content-length": file.body.length,
      "cache-control": "public, max-age=31536000, immutable",
      vary: "Accept-Encoding",
      "x-content-type-options": "nosniff",
    });
    response.end(request.method === "HEAD" ? undefined : file.body);
    return true;
  };
}
