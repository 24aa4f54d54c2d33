import type { Transport } from "./types";

/** What a transport needs to be offered inside TLS: WebSocket and HTTPUpgrade speak HTTP/1.1, gRPC HTTP/2. */
export function defaultAlpn(transport: Transport): readonly string[] {
  switch (transport.kind) {
    case "ws":
    case "httpupgrade":
      return ["http/1.1"];
    case "grpc":
    case "xhttp":
      return ["h2"];
    case "tcp":
      return [];
  }
}
