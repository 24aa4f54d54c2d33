import { type NextRequest, NextResponse } from "next/server";
import createMiddleware from "next-intl/middleware";
import { PAGE_PATH_HEADER } from "@/lib/http/page-path";
import { isReadablePath } from "@/lib/http/readable-path";
import { REQUEST_ID_HEADER, requestIdFrom } from "@/lib/http/request-id";
import { NONCE_HEADER, PAGE_SECURITY_HEADERS, pagePolicy } from "@/lib/http/security-headers";
import { routing } from "@/lib/i18n/routing";

const chooseLanguage = createMiddleware(routing);

/** Language, nonce and headers. No authorisation: every page and action proves its own. */
export default function proxy(request: NextRequest): NextResponse {
  // The front door has refused it already; where there is none, Next would serve the page above.
  if (!isReadablePath(request.nextUrl.pathname)) return new NextResponse(null, { status: 400 });
  const nonce = btoa(crypto.randomUUID());
  const requestId = requestIdFrom(request.headers.get(REQUEST_ID_HEADER));
  const secure = request.nextUrl.protocol === "https:";
  const policy = pagePolicy(nonce, { development: process.env.NODE_ENV === "development", secure });
  // Next reads the nonce for its own scripts from the request's policy.
  request.headers.set("content-security-policy", policy);
  request.headers.set(NONCE_HEADER, nonce);
  request.headers.set(REQUEST_ID_HEADER, requestId);
  request.headers.set(PAGE_PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  const response = chooseLanguage(request);
  response.headers.set("content-security-policy", policy);
  response.headers.set(REQUEST_ID_HEADER, requestId);
  for (const [name, value] of PAGE_SECURITY_HEADERS) response.headers.set(name, value);
  if (secure) response.headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  return response;
}

export const config = {
  // Doors of programs, Next's own files and public/ are left alone; everything else is a page, also when it has a dot.
  matcher: [
    "/((?!(?:api|stubs|v1|sub|simulators|_next|flags|services|icons|offline)(?:/|$)|(?:favicon\\.ico|icon\\.svg|robots\\.txt|sitemap\\.xml|sw\\.js|manifest\\.webmanifest)$).*)",
  ],
};
