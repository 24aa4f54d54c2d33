import { createHash } from "node:crypto";
import { connect } from "node:net";

export interface Downloaded {
  bytes: number;
  sha256: string;
}

const LIMIT_MS = 20_000;

/** Asks a SOCKS5 proxy (RFC 1928, no password) for http://127.0.0.1:`port`/ and reads the page to its end. */
export function downloadThrough(socksPort: number, port: number, limitMs = LIMIT_MS): Promise<Downloaded> {
  return new Promise((resolve) => {
    const socket = connect(socksPort, "127.0.0.1");
    const page = createHash("sha256");
    let stage: "greeting" | "answer" | "head" | "page" = "greeting";
    let waiting = Buffer.alloc(0);
    let bytes = 0;
    const timer = setTimeout(() => socket.destroy(), limitMs);

    function take(part: Buffer): void {
      waiting = Buffer.concat([waiting, part]);
      if (stage === "greeting" && waiting.length >= 2) {
        waiting = waiting.subarray(2);
        stage = "answer";
        socket.write(Buffer.from([5, 1, 0, 1, 127, 0, 0, 1, port >> 8, port & 255]));
      }
      if (stage === "answer" && waiting.length >= 10) {
        waiting = waiting.subarray(10);
        stage = "head";
        socket.write("GET / HTTP/1.1\r\nHost: origin\r\nConnection: close\r\n\r\n");
      }
      const end = waiting.indexOf("\r\n\r\n");
      if (stage === "head" && end >= 0) {
        waiting = waiting.subarray(end + 4);
        stage = "page";
      }
      if (stage === "page") {
        page.update(waiting);
        bytes += waiting.length;
        waiting = Buffer.alloc(0);
      }
    }

    socket.once("connect", () => socket.write(Buffer.from([5, 1, 0])));
    socket.on("data", take);
    // Whoever is refused sees the connection end; how much came through is the answer either way.
    socket.on("error", () => undefined);
    socket.once("close", () => {
      clearTimeout(timer);
      resolve({ bytes, sha256: page.digest("hex") });
    });
  });
}
