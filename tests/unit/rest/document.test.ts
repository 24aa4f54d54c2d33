import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { clientOperations, clientSchemas } from "@/lib/api/rest/client-source";
import { OPERATIONS } from "@/lib/api/rest/contract";
import { apiDocument } from "@/lib/api/rest/document";
import { refusalsOf } from "@/lib/api/rest/operation";
import { IMPLEMENTATIONS } from "@/lib/api/rest/routes";
import { REFUSALS } from "@/lib/domain/kernel/errors";

const document = apiDocument("https://patchbay.example.com");
const ROOT = join(import.meta.dirname, "../../..");

describe("the API's document", () => {
  it("is valid OpenAPI 3.1", async () => {
    const result = await new Validator().validate(JSON.parse(JSON.stringify(document)));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(document.openapi).toBe("3.1.0");
  });

  it("has every operation once, each with a handler, an example and its codes", () => {
    const ids = OPERATIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(IMPLEMENTATIONS.map(({ operation }) => operation.id).sort()).toEqual([...ids].sort());
    for (const operation of OPERATIONS) {
      const written = JSON.stringify(document.paths?.[operation.path]?.[operation.method]);
      for (const code of refusalsOf(operation)) expect(written).toContain(`\`${code}\``);
      for (const code of refusalsOf(operation)) expect(written).toContain(`"${REFUSALS[code]}"`);
      expect(operation.example.answer).toBeTypeOf("object");
      expect(operation.body === undefined || operation.example.body !== undefined).toBe(true);
    }
  });

  it("asks for a key everywhere, with the scope of the operation", () => {
    for (const { path, method, scope } of OPERATIONS) {
      expect(document.paths?.[path]?.[method]?.security).toEqual([{ apiKey: scope ? [scope] : [] }]);
    }
  });
});

describe("the client's types", () => {
  it.each([
    ["schemas.ts", clientSchemas],
    ["operations.ts", clientOperations],
  ])("%s are those of the document (npm run generate:client)", (name, write) => {
    expect(readFileSync(join(ROOT, "lib/client", name), "utf8")).toBe(write(document));
  });
});
