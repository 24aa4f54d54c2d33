import "server-only";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { getDeps } from "@/lib/deps";
import { getKey, listKeys, readKeyAllowance } from "@/lib/domain/api-keys/queries/own-keys";
import { readApiUsage } from "@/lib/domain/api-keys/queries/usage";
import { SCOPES } from "@/lib/domain/api-keys/vocabulary";
import { customerScope } from "@/lib/domain/kernel/actor";
import { getProject, listProjects } from "@/lib/domain/projects/queries/own-projects";
import { listProjectChoices } from "@/lib/domain/projects/queries/project-choices";
import { countryNamer } from "@/lib/format/country-names";
import { requireCustomer } from "./session";

/** How many days the charts of a project and of a key go back. */
const CHART_DAYS = 30;
/** What the page of usage offers. */
export const USAGE_SPANS = [7, 30, 90] as const;

async function ownScope() {
  const { actor } = await requireCustomer();
  return customerScope(actor);
}

/** The person's living projects. */
export async function loadProjects() {
  return listProjects(getDeps(), await ownScope());
}

/** One's own project with its keys and what they did; there is no page for anybody else's. */
export async function loadProject(id: string) {
  const deps = getDeps();
  const scope = await ownScope();
  const project = await getProject(deps, scope, id);
  if (!project) notFound();
  const [keys, usage] = await Promise.all([
    listKeys(deps, scope, { projectId: id }),
    readApiUsage(deps, scope, { days: CHART_DAYS, projectId: id }),
  ]);
  return { project, keys, usage };
}

/** Services and countries to choose from, in the reader's language. */
export async function loadProjectChoices() {
  await requireCustomer();
  const { services, countries } = await listProjectChoices(getDeps());
  const locale = await getLocale();
  const nameOf = countryNamer(locale);
  const byName = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, locale);
  return {
    services: services.map(({ slug, name }) => ({ value: slug, label: name })),
    countries: countries.map((country) => ({ value: country.iso2, label: nameOf(country) })).toSorted(byName),
  };
}

/** The person's keys and how many more there may be. */
export async function loadKeys() {
  const deps = getDeps();
  const scope = await ownScope();
  const [keys, allowance] = await Promise.all([listKeys(deps, scope), readKeyAllowance(deps, scope)]);
  return { keys, allowance };
}

/** What the form of a new key offers. */
export async function loadKeyChoices() {
  return { projects: await loadProjects(), scopes: SCOPES, origin: getDeps().publicOrigin };
}

/** One's own key and what it did; there is no page for anybody else's. */
export async function loadKey(id: string) {
  const deps = getDeps();
  const scope = await ownScope();
  const key = await getKey(deps, scope, id);
  if (!key) notFound();
  return { key, scopes: SCOPES, usage: await readApiUsage(deps, scope, { days: CHART_DAYS, keyId: id }) };
}

interface AskedUsage {
  days?: string | string[] | undefined;
  project?: string | string[] | undefined;
}

/** What the address asks for; thirty days of everything where it makes no sense. */
export async function loadUsage(asked: AskedUsage) {
  const deps = getDeps();
  const scope = await ownScope();
  const days = USAGE_SPANS.find((span) => String(span) === asked.days) ?? CHART_DAYS;
  const wished = z.uuid().safeParse(asked.project).data;
  const [projects, allowance] = await Promise.all([listProjects(deps, scope), readKeyAllowance(deps, scope)]);
  const project = projects.find(({ id }) => id === wished) ?? null;
  const usage = await readApiUsage(deps, scope, { days, ...(project ? { projectId: project.id } : {}) });
  return { days, projects, project, allowance, usage };
}
