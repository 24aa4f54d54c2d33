export async function GET(): Promise<Response> {
  const chunks = ["one ", "two ", "three"];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = chunks.shift();
      if (next === undefined) controller.close();
      else controller.enqueue(new TextEncoder().encode(next));
    },
  });
  return new Response(body, { headers: { "content-type": "text/plain" } });
}
