import { serve } from "./run/serve.mjs";

await serve({ development: false, command: "npm start" });
