import { describe, expect, it } from "vitest";
import { OPERATIONS } from "@/lib/api/rest/contract";
import { apiReference, sampleRequest } from "@/lib/api/rest/reference";
import { SNIPPET_LANGUAGES, snippetOf } from "@/lib/format/request-snippets";

const BASE = "https://shop.example.com/api/v1";

interface Sent {
  url: string;
  init: { method?: string; headers: Record<string, string>; body?: string };
}

/** Runs a JavaScript example with a fetch that only listens. */
async function run(text: string): Promise<Sent> {
  let sent: Sent | null = null;
  const listen = async (url: string, init: Sent["init"]) => {
    sent = { url, init };
    return { json: async () => ({}) };
  };
  const work = new Function("fetch", "console", `return (async () => { ${text} })()`);
  await work(listen, { log: () => {} });
  if (!sent) throw new Error("nothing was sent");
  return sent;
}

describe.each(OPERATIONS.map((operation) => [operation.id, operation] as const))("%s", (_, operation) => {
  const request = sampleRequest(operation, BASE);

  it("is asked by its JavaScript example as its contract says", async () => {
    const { url, init } = await run(snippetOf(request, "javascript"));
    expect(url).toBe(request.url);
    expect(init.method ?? "GET").toBe(request.method);
    expect(init.body === undefined ? null : JSON.parse(init.body)).toEqual(request.body);
    expect("Idempotency-Key" in init.headers).toBe(operation.movesMoney === true);
  });

  it.each(SNIPPET_LANGUAGES)("says in %s where, with which key and with what", (language) => {
    const text = snippetOf(request, language);
    expect(text).toContain(request.url);
    expect(text).toContain("PATCHBAY_KEY");
    expect(text).toContain("Bearer");
    expect(text.includes("Idempotency-Key")).toBe(operation.movesMoney === true);
    for (const name of Object.keys(request.body ?? {})) expect(text).toContain(`"${name}"`);
  });
});

describe("the reference", () => {
  it("holds every operation with what it takes, and every code once", () => {
    const { groups, errors } = apiReference("https://shop.example.com");
    expect(groups.flatMap(({ operations }) => operations.map(({ id }) => id)).sort()).toEqual(
      OPERATIONS.map(({ id }) => id).sort(),
    );
    const rent = groups.flatMap(({ operations }) => operations).find(({ id }) => id === "rentNumber");
    expect(rent?.body.map(({ name }) => name)).toContain("quoteId");
    expect(new Set(errors.map(({ code }) => code)).size).toBe(errors.length);
  });
});
