import { z } from "zod";
import { OPERATIONS } from "./contract";
import type { apiDocument } from "./document";

type Document = ReturnType<typeof apiDocument>;

/** The part of JSON Schema that the document is written in. */
interface Shape {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
  additionalProperties?: boolean | Shape;
  description?: string;
}

const shape: z.ZodType<Shape> = z.custom<Shape>((value) => typeof value === "object" && value !== null);

const TYPES: Record<string, string> = {
  string: "string",
  integer: "number",
  number: "number",
  boolean: "boolean",
  null: "null",
};

const nameOf = (ref: string): string => ref.split("/").at(-1) ?? "unknown";

const bracketed = (type: string): string =>
  type.includes(" | ") && !type.startsWith("{") ? `(${type})` : type;

/** A schema as a TypeScript type, in one line. */
function typeOf(schema: Shape): string {
  if (schema.$ref) return nameOf(schema.$ref);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return either.map(typeOf).join(" | ");
  if (schema.allOf) {
    // A description beside a reference is written as one more part, which says nothing of the type.
    const parts = schema.allOf.map(typeOf).filter((part) => part !== "unknown");
    return parts.length === 1 ? (parts[0] ?? "unknown") : parts.map((part) => `(${part})`).join(" & ");
  }
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type })).join(" | ");
  if (schema.type === "array") return `${bracketed(typeOf(schema.items ?? {}))}[]`;
  if (schema.properties) return objectOf(schema);
  if (schema.type === "object") return "Record<string, unknown>";
  return TYPES[schema.type ?? ""] ?? "unknown";
}

function objectOf({ properties = {}, required = [] }: Shape): string {
  const fields = Object.entries(properties).map(
    ([name, field]) => `${name}${required.includes(name) ? "" : "?"}: ${typeOf(field)}`,
  );
  return fields.length === 0 ? "Record<never, never>" : `{ ${fields.join("; ")} }`;
}

function interfaceOf(name: string, schema: Shape): string {
  if (!schema.properties) return `export type ${name} = ${typeOf(schema)};`;
  const lines = Object.entries(schema.properties).map(([field, inner]) => {
    const note = inner.description ? `  /** ${inner.description.replaceAll("*/", "")} */\n` : "";
    return `${note}  ${field}${schema.required?.includes(field) ? "" : "?"}: ${typeOf(inner)};`;
  });
  return `export interface ${name} {\n${lines.join("\n")}\n}`;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Shape;
}

const parameters = z.array(z.custom<Parameter>((value) => typeof value === "object" && value !== null));

/** Parameters of one kind; what stands in an address is written as text by every client. */
function parametersOf(all: Parameter[], where: string): string {
  const fields = all
    .filter((parameter) => parameter.in === where)
    .map(({ name, required, schema }) => `${name}${required ? "" : "?"}: ${typeOf(schema)}`);
  return fields.length === 0 ? "undefined" : `{ ${fields.join("; ")} }`;
}

const methods = z.record(
  z.string(),
  z.looseObject({
    parameters: parameters.default([]),
    requestBody: z
      .object({ content: z.object({ "application/json": z.object({ schema: shape }) }) })
      .optional(),
    responses: z.record(z.string(), z.custom<{ content?: Record<string, { schema: Shape }> }>()),
  }),
);

const HEAD =
  "// Made from the API's document by `npm run generate:client`. Changes belong into the contract.\n";

/** The types of everything the API speaks of. */
export function clientSchemas(document: Document): string {
  const schemas = z.record(z.string(), shape).parse(document.components?.schemas ?? {});
  const written = Object.entries(schemas)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) => interfaceOf(name, schema));
  return `${HEAD}\n${written.join("\n\n")}\n`;
}

/** What each operation takes and answers, and where it is. */
export function clientOperations(document: Document): string {
  const used = new Set<string>();
  const types: string[] = [];
  const places: string[] = [];
  for (const { id, path, method, status, movesMoney } of OPERATIONS) {
    const definition = methods.parse(document.paths?.[path])[method];
    if (!definition) throw new Error(`the document has no ${method} ${path}`);
    const body = definition.requestBody?.content["application/json"].schema;
    const answer = definition.responses[status]?.content?.["application/json"]?.schema ?? {};
    for (const schema of [body, answer]) if (schema?.$ref) used.add(nameOf(schema.$ref));
    types.push(
      `  ${id}: {\n    params: ${parametersOf(definition.parameters, "path")};\n    query: ${parametersOf(definition.parameters, "query")};\n    body: ${body ? typeOf(body) : "undefined"};\n    answer: ${typeOf(answer)};\n  };`,
    );
    places.push(
      `  ${id}: { method: "${method.toUpperCase()}", path: "${path}", movesMoney: ${movesMoney === true} },`,
    );
  }
  const imports = `import type { ${[...used].sort().join(", ")} } from "./schemas";`;
  return `${HEAD}${imports}\n\nexport interface Operations {\n${types.join("\n")}\n}\n\nexport const PLACES = {\n${places.join("\n")}\n} as const satisfies Record<keyof Operations, { method: string; path: string; movesMoney: boolean }>;\n`;
}
