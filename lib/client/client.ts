import { type Operations, PLACES } from "./operations";
import { PatchbayError, type ProblemBody } from "./problem-error";

type Name = keyof Operations;

/** Only what an operation has may be given, and what it needs must be. */
type Part<K extends string, T> = [T] extends [undefined]
  ? { [key in K]?: undefined }
  : Record<never, never> extends T
    ? { [key in K]?: T }
    : { [key in K]: T };

export type RequestOf<N extends Name> = Part<"params", Operations[N]["params"]> &
  Part<"query", Operations[N]["query"]> &
  Part<"body", Operations[N]["body"]> & {
    /** For operations that move money; made by the client where you give none. */
    idempotencyKey?: string;
    signal?: AbortSignal;
  };

/** Operations that answer page by page. */
type ListName = { [N in Name]: Operations[N]["answer"] extends { data: unknown[]; nextCursor: string | null } ? N : never }[Name];

type ItemOf<N extends ListName> = Operations[N]["answer"] extends { data: (infer Item)[] } ? Item : never;

export interface ClientOptions {
  /** "pb_live_…" or "pb_test_…". */
  key: string;
  /** "https://shop.example.com/api/v1" */
  baseUrl: string;
  fetch?: typeof fetch;
  /** How often a request is sent again that may be: three times where nothing is said. */
  retries?: number;
  /** For tests. */
  pause?: (ms: number) => Promise<void>;
}

export interface Client {
  /** Calls one operation. Throws a PatchbayError. */
  call<N extends Name>(name: N, request: RequestOf<N>): Promise<Operations[N]["answer"]>;
  /** Every item of a list, page after page. */
  each<N extends ListName>(name: N, request: RequestOf<N>): AsyncGenerator<ItemOf<N>>;
}

interface AnyRequest {
  params?: Record<string, unknown> | undefined;
  query?: Record<string, unknown> | undefined;
  body?: unknown;
  idempotencyKey?: string;
  signal?: AbortSignal;
}

const RETRIED_STATUS = new Set([429, 502, 503, 504]);
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

function addressOf(baseUrl: string, path: string, { params = {}, query = {} }: AnyRequest): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name] ?? "")));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  const text = search.toString();
  return `${baseUrl.replace(/\/+$/, "")}${filled}${text ? `?${text}` : ""}`;
}

/** How long the server asks us to wait, else a little more each time. */
function pauseOf(response: Response | null, attempt: number): number {
  const asked = Number(response?.headers.get("retry-after") ?? Number.NaN);
  const ms = Number.isFinite(asked) ? asked * 1000 : FIRST_PAUSE_MS * 2 ** attempt;
  return Math.min(ms, LONGEST_PAUSE_MS);
}

async function bodyOf(response: Response): Promise<ProblemBody> {
  try {
    const body: unknown = await response.json();
    return typeof body === "object" && body !== null ? (body as ProblemBody) : {};
  } catch {
    return {};
  }
}

/** A small client of the REST API: types of the contract, and requests sent again where that is safe. */
export function createClient(options: ClientOptions): Client {
  const { key, baseUrl, retries = 3 } = options;
  const send = options.fetch ?? fetch;
  const pause = options.pause ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));

  async function ask(name: Name, request: AnyRequest): Promise<unknown> {
    const { method, path, movesMoney } = PLACES[name];
    const headers: Record<string, string> = { authorization: `Bearer ${key}`, accept: "application/json" };
    if (request.body !== undefined) headers["content-type"] = "application/json";
    // Made before the first sending, so that each repetition is the same request.
    if (movesMoney) headers["idempotency-key"] = request.idempotencyKey ?? crypto.randomUUID();
    const mayRepeat = method === "GET" || movesMoney;
    for (let attempt = 0; ; attempt += 1) {
      const isLast = attempt >= retries;
      let response: Response | null = null;
      try {
        response = await send(addressOf(baseUrl, path, request), {
          method,
          headers,
          ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
          ...(request.signal ? { signal: request.signal } : {}),
        });
      } catch (error) {
        if (!mayRepeat || isLast || request.signal?.aborted) {
          throw new PatchbayError(0, { code: "unreachable", title: String(error) });
        }
      }
      if (response?.ok) return response.json();
      if (response) {
        const problem = await bodyOf(response);
        const runs = response.status === 409 && problem.code === "idempotency_running";
        const mayWait = response.status === 429 || (mayRepeat && (runs || RETRIED_STATUS.has(response.status)));
        if (isLast || !mayWait) throw new PatchbayError(response.status, problem);
      }
      await pause(pauseOf(response, attempt));
    }
  }

  return {
    call: (name, request) => ask(name, request) as Promise<Operations[typeof name]["answer"]>,
    async *each(name, request) {
      let cursor: string | undefined;
      do {
        const query = { ...(request as AnyRequest).query, ...(cursor ? { cursor } : {}) };
        const page = (await ask(name, { ...(request as AnyRequest), query })) as {
          data: ItemOf<typeof name>[];
          nextCursor: string | null;
        };
        yield* page.data;
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
    },
  };
}
