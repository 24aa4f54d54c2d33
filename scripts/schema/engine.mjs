import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

const answer = (value) => Promise.resolve({ ok: true, value });
const refuse = () => Promise.reject(new Error("the schema engine compares schemas only; it has no database"));

/** The engine asks for a database's version before anything else; comparing two schemas needs no more of one. */
const CONNECTION = {
  provider: "postgres",
  adapterName: "none",
  queryRaw: () =>
    answer({
      columnNames: ["exists", "version", "numeric_version"],
      columnTypes: [5, 7, 0],
      rows: [[true, "PostgreSQL 15.0", 150_000]],
    }),
  executeRaw: refuse,
  executeScript: refuse,
  startTransaction: refuse,
  dispose: () => answer(undefined),
};
const ADAPTER = {
  provider: "postgres",
  adapterName: "none",
  connect: () => answer(CONNECTION),
  connectToShadowDb: refuse,
};

/**
 * Prisma's own schema engine as WebAssembly: compares schemas without a downloaded program. One per process: the
 * bindings remember its memory.
 */
async function openSchemaEngine() {
  const folder = dirname(
    createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg"),
  );
  const module = await WebAssembly.compile(await readFile(join(folder, "schema_engine_bg.wasm")));
  const imports = {};
  for (const { module: name } of WebAssembly.Module.imports(module)) imports[name] = bindings;
  const { exports } = await WebAssembly.instantiate(module, imports);
  bindings.__wbg_set_wasm(exports);
  // The engine says here what it stumbled over, before it throws "unreachable".
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) };
  exports.__wbindgen_start();
  return bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, ADAPTER);
}

let opened = null;

const target = (schema) =>
  schema === null
    ? { tag: "empty" }
    : { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] };

/** The SQL that leads from one schema text to another; null stands for an empty database. */
export async function diffSchemas(from, to) {
  opened ??= openSchemaEngine();
  const engine = await opened;
  const { stdout } = await engine.diff({
    from: target(from),
    to: target(to),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout ?? "";
}
