import { REFUSALS, type RefusalCode } from "@/lib/domain/kernel/errors";
import type { SampleRequest } from "@/lib/format/request-snippets";
import { OPERATIONS } from "./contract";
import { API_VERSION, apiDocument } from "./document";
import { type Operation, refusalsOf, TAGS } from "./operation";

interface SchemaLike {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  description?: string;
  items?: SchemaLike;
  allOf?: SchemaLike[];
  anyOf?: SchemaLike[];
  oneOf?: SchemaLike[];
  properties?: Record<string, SchemaLike>;
  required?: string[];
  example?: unknown;
}

/** A line of a table of fields. */
export interface FieldRow {
  name: string;
  type: string;
  isRequired: boolean;
  description: string;
}

const refName = (ref: string): string => ref.split("/").at(-1) ?? "";

/** A type in a few words: "string", "Money", "list of Message", "true or false". */
function typeWord(schema: SchemaLike): string {
  if (schema.$ref) return refName(schema.$ref);
  if (schema.enum) return schema.enum.map(String).join(" | ");
  const parts = schema.allOf ?? schema.anyOf ?? schema.oneOf;
  if (parts) {
    const words = parts.map(typeWord).filter((word) => word !== "");
    return [...new Set(words)].join(" | ");
  }
  if (schema.type === "array") return `${typeWord(schema.items ?? {})}[]`;
  return [schema.type ?? ""].flat().join(" | ");
}

const describe = (schema: SchemaLike): string =>
  schema.description ?? schema.allOf?.map(describe).find((text) => text !== "") ?? "";

function fieldsOf(schema: SchemaLike): FieldRow[] {
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    type: typeWord(field),
    isRequired: schema.required?.includes(name) ?? false,
    description: describe(field),
  }));
}

export function sampleRequest(operation: Operation, baseUrl: string): SampleRequest {
  const { example } = operation;
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => example.params?.[name] ?? name);
  const query = new URLSearchParams(example.query).toString();
  return {
    method: operation.method.toUpperCase(),
    url: `${baseUrl}${path}${query ? `?${query}` : ""}`,
    body: operation.body ? (example.body ?? {}) : null,
    movesMoney: operation.movesMoney === true,
  };
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema: SchemaLike;
}

const rowOf = ({ name, required, description, schema }: Parameter): FieldRow => ({
  name,
  type: typeWord(schema),
  isRequired: required === true,
  description: description ?? describe(schema),
});

/** One operation as the reference page shows it. */
function referenceOf(operation: Operation, document: ReturnType<typeof apiDocument>, baseUrl: string) {
  const written = document.paths?.[operation.path]?.[operation.method];
  const parameters = (written?.parameters ?? []) as Parameter[];
  const content = written?.requestBody as { content?: Record<string, { schema: SchemaLike }> } | undefined;
  const request = sampleRequest(operation, baseUrl);
  return {
    id: operation.id,
    method: request.method,
    path: operation.path,
    summary: operation.summary,
    description: operation.description,
    scope: operation.scope,
    worksInSandbox: operation.needsLiveKey !== true,
    movesMoney: request.movesMoney,
    parameters: parameters.filter(({ in: where }) => where !== "header").map(rowOf),
    body: fieldsOf(content?.content?.["application/json"]?.schema ?? {}),
    codes: refusalsOf(operation).filter((code) => operation.refusals.includes(code)),
    request,
    sample: { path: request.url.slice(baseUrl.length), body: request.body },
    answer: JSON.stringify(operation.example.answer, null, 2),
    status: operation.status,
  };
}

/** What the reference page is made of: the document, in the order it is read. */
export function apiReference(publicOrigin: string) {
  const document = apiDocument(publicOrigin);
  const baseUrl = `${publicOrigin}/api/v1`;
  const codes = new Set<RefusalCode>(OPERATIONS.flatMap((operation) => refusalsOf(operation)));
  return {
    version: API_VERSION,
    baseUrl,
    origin: publicOrigin,
    groups: TAGS.map((tag) => ({
      tag,
      operations: OPERATIONS.filter((operation) => operation.tag === tag).map((operation) =>
        referenceOf(operation, document, baseUrl),
      ),
    })).filter(({ operations }) => operations.length > 0),
    errors: [...codes]
      .map((code) => ({ code, status: REFUSALS[code] }))
      .sort((a, b) => a.status - b.status || (a.code < b.code ? -1 : 1)),
  };
}
