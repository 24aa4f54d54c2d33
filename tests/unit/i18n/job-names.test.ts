import { expect, it } from "vitest";
import { JOBS } from "@/lib/jobs/registry";
import { loadMessages } from "@/lib/i18n/messages";
import { routing } from "@/lib/i18n/routing";

it.each(routing.locales)("every job has a name in %s", async (locale) => {
  const { jobs } = (await loadMessages(locale)) as { jobs: { names: Record<string, string> } };
  expect(JOBS.map(({ name }) => name).filter((name) => !jobs.names[name])).toEqual([]);
});
