import { expect, it } from "vitest";
import { loadMessages } from "@/lib/i18n/messages";
import { routing } from "@/lib/i18n/routing";
import { JOBS } from "@/lib/jobs/registry";

it.each(routing.locales)("every job has a name in %s", async (locale) => {
  const { jobs } = (await loadMessages(locale)) as { jobs: { names: Record<string, string> } };
  expect(JOBS.map(({ name }) => name).filter((name) => !jobs.names[name])).toEqual([]);
});
