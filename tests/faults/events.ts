/** One event of a person's stream, as far as tests look at it. */
export interface StreamEvent {
  type: string;
  order?: { id: string; status: string; code: string | null; messages: unknown[] } | null;
}

export interface Events {
  /** The first event, already here or still to come, that is as wanted. */
  next(wanted: (event: StreamEvent) => boolean, withinMs: number): Promise<StreamEvent>;
  /** Resolves when the server has closed the stream. */
  ended(withinMs: number): Promise<void>;
  close(): void;
}

function within<T>(promise: Promise<T>, ms: number, name: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not within ${ms} ms: ${name}`)), ms);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

/** Opens a person's stream and waits for its first word. */
export async function openEvents(url: string, cookie: string): Promise<Events> {
  const controller = new AbortController();
  const response = await fetch(`${url}/api/stream`, { headers: { cookie }, signal: controller.signal });
  if (!response.ok || !response.body) throw new Error(`the stream answered ${response.status}`);
  const events: StreamEvent[] = [];
  let look = () => {};
  let end = () => {};
  const closed = new Promise<void>((resolve) => {
    end = resolve;
  });

  async function read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let rest = "";
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      rest += decoder.decode(chunk, { stream: true });
      const parts = rest.split("\n\n");
      rest = parts.pop() ?? "";
      for (const part of parts) {
        if (part.startsWith("data: ")) events.push(JSON.parse(part.slice(6)) as StreamEvent);
      }
      look();
    }
  }
  read(response.body).then(end, end);

  function next(wanted: (event: StreamEvent) => boolean, withinMs: number): Promise<StreamEvent> {
    const found = new Promise<StreamEvent>((resolve) => {
      look = () => {
        const event = events.find(wanted);
        if (event) resolve(event);
      };
      look();
    });
    return within(found, withinMs, "an event of the stream");
  }

  await next(({ type }) => type === "hello", 5_000);
  return {
    next,
    ended: (withinMs) => within(closed, withinMs, "the end of the stream"),
    close: () => controller.abort(),
  };
}
