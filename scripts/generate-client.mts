import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { clientOperations, clientSchemas } from "@/lib/api/rest/client-source";
import { apiDocument } from "@/lib/api/rest/document";

// The types of the client, made from the API's own document; a test says when they are old.
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const document = apiDocument("https://patchbay.example.com");
writeFileSync(join(ROOT, "lib/client/schemas.ts"), clientSchemas(document));
writeFileSync(join(ROOT, "lib/client/operations.ts"), clientOperations(document));
