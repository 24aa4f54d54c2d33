import { serve } from "./run/serve.mjs";

await serve({ development: true, command: "npm run dev" });
