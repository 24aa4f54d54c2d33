import { IncomingMessage } from "node:http";
import { areActionArguments, isActionForm } from "./action-arguments";

/** What came of reading a page's body beforehand. */
export type PageBody =
  | { kind: "unread" }
  | { kind: "malformed" }
  | { kind: "read"; request: IncomingMessage };

async function readWhole(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function isReadable(body: Buffer, contentType: string, isAction: boolean): Promise<boolean> {
  if (!contentType.startsWith("multipart/form-data")) return areActionArguments(body.toString("utf8"));
  try {
    const parts = new Response(new Uint8Array(body), { headers: { "content-type": contentType } });
    const form = await parts.formData();
    // A form that was sent without scripts has no such header.
    return !isAction || isActionForm(form);
  } catch {
    return false;
  }
}

/** The same request with its body to be read again. */
function replay(request: IncomingMessage, body: Buffer): IncomingMessage {
  const copy = new IncomingMessage(request.socket);
  copy.method = request.method;
  copy.url = request.url;
  copy.httpVersion = request.httpVersion;
  copy.headers = request.headers;
  copy.rawHeaders = request.rawHeaders;
  copy.push(body);
  copy.push(null);
  copy.complete = true;
  return copy;
}

/**
 * Reads a form or an action's arguments before Next does, because Next answers one that cannot be parsed with a 500.
 * The caller has bounded the length.
 */
export async function readPageBody(request: IncomingMessage): Promise<PageBody> {
  const contentType = request.headers["content-type"] ?? "";
  const isForm = contentType.startsWith("multipart/form-data");
  const isAction = request.headers["next-action"] !== undefined;
  if (!isForm && !(isAction && contentType.startsWith("text/plain"))) return { kind: "unread" };
  const body = await readWhole(request);
  return (await isReadable(body, contentType, isAction))
    ? { kind: "read", request: replay(request, body) }
    : { kind: "malformed" };
}
