import type { Visitor } from "@/lib/domain/identity/types";
import { readClientAddress } from "@/lib/http/client-address";
import { REQUEST_ID_HEADER, requestIdFrom } from "@/lib/http/request-id";

/** Where a request comes from, by its headers. The address is null unless our own server stands in front. */
export function visitorFrom(headers: Headers): Visitor {
  return {
    ipAddress: readClientAddress(headers),
    userAgent: headers.get("user-agent"),
    requestId: requestIdFrom(headers.get(REQUEST_ID_HEADER)),
  };
}
