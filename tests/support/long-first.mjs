import { BaseSequencer } from "vitest/node";

/** What takes longest, the longest first; a file of cases is short to read and long to run, so its size tells nothing. */
const LONG = [
  "billing/chain-cases",
  "billing/gateway-trouble",
  "billing/gateway-events",
  "api/next-behind-front-door",
  "numbers/races",
  "catalog/seed-demo",
  "vpn-panels/three-x-ui",
  "database/embedded-postgres",
  "faults/upstream-trouble",
  "faults/kill-server",
  "faults/kill-during-rents",
  "faults/kill-during-payments",
];

function rank({ moduleId }) {
  const place = LONG.findIndex((name) => moduleId.includes(`/${name}.test.`));
  return place < 0 ? LONG.length : place;
}

/** Starts long files first within their project, so that no worker is left alone with one at the end. */
export class LongFirst extends BaseSequencer {
  async sort(files) {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project.name))];
    return projects.flatMap((name) =>
      sorted.filter(({ project }) => project.name === name).sort((one, other) => rank(one) - rank(other)),
    );
  }
}
