import base from "./playwright.config";

/** Each part of the states, and what it comes after when no other journey is made. */
const PARTS: Record<string, string[]> = {
  examples: [],
  "page states": ["examples"],
  "unread pages": ["page states"],
  "bare pages": ["unread pages"],
};

/**
 * Only every page while it is read, when it cannot be, offline, and in an empty shop: `npm run check:states`. `npm test` makes
 * the same tests among its journeys.
 */
export default {
  ...base,
  outputDir: ".output/page-states",
  projects: (base.projects ?? [])
    .filter(({ name = "" }) => name in PARTS)
    .map((project) => ({ ...project, dependencies: PARTS[project.name ?? ""] })),
};
