import type { IncomingMessage, ServerResponse } from "node:http";
import type { RefusalCode } from "@/lib/i18n/refusal-words";
import { protocolRefusal } from "./protocol-refusal";
import { drawRefusalPage, readsPages } from "./refusal-page";
import { PAGE_SECURITY_HEADERS } from "./security-headers";

/** Names the server action that a form in a browser calls. */
const ACTION_HEADER = "next-action";

const REFUSALS: Record<RefusalCode, { status: number; text: string }> = {
  malformed_address: { status: 400, text: "The address cannot be read." },
  malformed_body: { status: 400, text: "The body cannot be read." },
  cross_site: { status: 403, text: "Requests from other sites are refused." },
  length_required: { status: 411, text: "Say how long the body is." },
  body_too_large: { status: 413, text: "The body is too large." },
  unavailable: { status: 503, text: "The service cannot answer just now." },
};

interface Words {
  status: number;
  type: string;
  body: string;
  policy?: string;
}

function wordsOf({ url = "/", headers }: IncomingMessage, code: RefusalCode): Words {
  const foreign = protocolRefusal(url, code);
  if (foreign) return { status: foreign.status, type: "text/plain; charset=utf-8", body: foreign.text };
  const { status, text } = REFUSALS[code];
  // Next hands the text of such an answer to the form that sent it (components/feedback/use-reached-action.ts).
  if (headers[ACTION_HEADER]) return { status, type: "text/plain", body: code };
  if (readsPages(headers.accept)) {
    const { html, policy } = drawRefusalPage(code, url);
    return { status, type: "text/html; charset=utf-8", body: html, policy };
  }
  const body = JSON.stringify({ type: "about:blank", title: text, status, code });
  return { status, type: "application/problem+json", body };
}

/** Ends a request at the door: with a page for a browser, with a problem (RFC 9457) or its protocol's words for a program. */
export function refuse(request: IncomingMessage, response: ServerResponse, code: RefusalCode): void {
  const { status, type, body, policy } = wordsOf(request, code);
  for (const [name, value] of PAGE_SECURITY_HEADERS) response.setHeader(name, value);
  if (policy) response.setHeader("content-security-policy", policy);
  response.writeHead(status, {
    "content-type": type,
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    vary: "accept",
    // What was not read must not be taken for the next request.
    connection: "close",
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
