import { once } from "node:events";
import { connect, type Socket } from "node:net";

const LAST_CHUNK = "\r\n0\r\n\r\n";
/** Each has one request under way at a time. */
export const CLIENTS = 64;

export interface PollRun {
  url: string;
  /** Address that this client asks for next. */
  next(client: number): string;
  /** What every answer holds. */
  expected: string;
  /** Seconds, unless so many answers are enough. */
  seconds: number;
  amount?: number;
}

/**
 * Asks over 64 kept connections and answers how many were answered a second. It writes and reads bare HTTP/1.1, so that the
 * server and not its client is what is measured: an answer that is not chunked must come whole in one piece, as short ones do.
 */
export async function pollRate({ url, next, expected, seconds, amount = Number.POSITIVE_INFINITY }: PollRun) {
  const { hostname, port } = new URL(url);
  const sockets: Socket[] = [];
  let asked = 0;
  let answered = 0;
  let isOver = false;
  let finish: (error?: Error) => void = () => undefined;
  const finished = new Promise<void>((resolve, reject) => {
    finish = (error) => {
      isOver = true;
      if (error) reject(error);
      else resolve();
    };
  });
  const ask = (socket: Socket, client: number) => {
    if (isOver || asked >= amount) return;
    asked += 1;
    socket.write(`GET ${next(client)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, "latin1");
  };
  for (let index = 0; index < CLIENTS; index += 1) {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await once(socket, "connect");
    socket.setEncoding("latin1").on("error", finish);
    let begun = "";
    socket.on("data", (piece: string) => {
      const answer = begun + piece;
      begun = answer.includes("Transfer-Encoding: chunked") && !answer.endsWith(LAST_CHUNK) ? answer : "";
      if (begun) return;
      if (!answer.startsWith("HTTP/1.1 20") || !answer.includes(expected)) {
        return finish(new Error(`${url} answered ${answer.slice(0, 300)}`));
      }
      answered += 1;
      if (answered >= amount) finish();
      else ask(socket, index);
    });
    sockets.push(socket);
  }
  const startedAt = performance.now();
  const timer = Number.isFinite(amount) ? undefined : setTimeout(() => finish(), seconds * 1_000);
  for (const [client, socket] of sockets.entries()) ask(socket, client);
  try {
    await finished;
  } finally {
    clearTimeout(timer);
    for (const socket of sockets) socket.destroy();
  }
  return answered / ((performance.now() - startedAt) / 1_000);
}
