import { once } from "node:events";
import { connect, type Socket } from "node:net";

const LAST_CHUNK = "\r\n0\r\n\r\n";
/** Each has one request under way at a time. */
export const CLIENTS = 64;

export interface PollRun {
  url: string;
  /** What this client asks next, as requestTo wrote it beforehand: long addresses must not cost the client more than short ones. */
  next(client: number): Buffer;
  /** What every answer holds. */
  expected: string;
  /** Of every answer; 2xx where none is named. */
  status?: number;
  /** Seconds, unless so many answers are enough. */
  seconds: number;
  amount?: number;
}

/** One request, ready to be sent. `headers`: each line with its end. */
export function requestTo(path: string, headers = ""): Buffer {
  return Buffer.from(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`, "latin1");
}

/** Of the least that a server can do. */
const EMPTY = requestTo("/empty");
export const nextEmpty = () => EMPTY;

/** Shorter answers come in one piece. */
const SHORT = 1_000;
const LENGTH = /\r\ncontent-length: (\d+)\r\n/i;

/** Whether all of an answer is there. */
function isWhole(answer: string): boolean {
  if (answer.includes("Transfer-Encoding: chunked")) return answer.endsWith(LAST_CHUNK);
  if (answer.length < SHORT) return true;
  const length = LENGTH.exec(answer.slice(0, SHORT))?.[1];
  return length === undefined || answer.length - answer.indexOf("\r\n\r\n") - 4 >= Number(length);
}

/**
 * Asks over 64 kept connections and answers how many were answered a second. It writes and reads bare HTTP/1.1, so that the
 * server and not its client is what is measured.
 */
export async function pollRate(run: PollRun): Promise<number> {
  const { url, next, expected, seconds, amount = Number.POSITIVE_INFINITY } = run;
  const begins = `HTTP/1.1 ${run.status ?? 20}`;
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
    socket.write(next(client));
  };
  for (let index = 0; index < CLIENTS; index += 1) {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await once(socket, "connect");
    socket.setEncoding("latin1").on("error", finish);
    let begun = "";
    socket.on("data", (piece: string) => {
      const answer = begun + piece;
      begun = isWhole(answer) ? "" : answer;
      if (begun) return;
      if (!answer.startsWith(begins) || !answer.includes(expected)) {
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
