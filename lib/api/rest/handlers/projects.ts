import type { z } from "@hono/zod-openapi";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { ok, refuse } from "@/lib/domain/kernel/result";
import { archiveProject as archive } from "@/lib/domain/projects/commands/archive-project";
import { createProject as create } from "@/lib/domain/projects/commands/create-project";
import { updateProject as update } from "@/lib/domain/projects/commands/update-project";
import {
  getProject as readProject,
  listProjects as readProjects,
} from "@/lib/domain/projects/queries/own-projects";
import type { ProjectView } from "@/lib/domain/projects/types";
import { type Call, implement } from "../call";
import {
  archiveProject,
  createProject,
  getKey,
  getProject,
  listProjects,
  updateProject,
} from "../operations/projects";
import type { project, updateProjectBody } from "../schemas/projects";
import { usdOfMicros } from "./money";

type One = Call<{ id: string }, unknown, unknown>;

function projectAnswer(view: ProjectView): z.input<typeof project> {
  return {
    id: view.id,
    name: view.name,
    description: view.description,
    defaultCountry: view.defaultCountry?.iso2 ?? null,
    defaultService: view.defaultService?.slug ?? null,
    areaCode: view.areaCode,
    monthlyLimit: view.monthlyLimitMicros === null ? null : usdOfMicros(view.monthlyLimitMicros),
    monthSpent: usdOfMicros(view.monthSpentMicros),
    apiCalls: view.apiCalls.toString(),
    createdAt: view.createdAt,
    archivedAt: view.archivedAt,
  };
}

/** One of the person's projects that this key may see: of a project's key its own alone. */
async function find({ deps, scope, key, params }: One): Promise<ProjectView | null> {
  if (key.projectId !== null && key.projectId !== params.id) return null;
  return readProject(deps, scope, params.id);
}

async function answerProject<Q, B>(call: Call<unknown, Q, B>, id: string) {
  const view = await readProject(call.deps, call.scope, id);
  return view ? ok({ answer: projectAnswer(view) }) : refuse("not_found");
}

const limitOf = (amount: string | null | undefined) =>
  amount === undefined || amount === null ? null : parseDecimal(amount);

/** What is left out stays as it is. */
function changed(view: ProjectView, body: z.output<typeof updateProjectBody>) {
  return {
    name: body.name ?? view.name,
    description: body.description ?? view.description,
    defaultCountry:
      body.defaultCountry === undefined ? (view.defaultCountry?.iso2 ?? null) : body.defaultCountry,
    defaultService:
      body.defaultService === undefined ? (view.defaultService?.slug ?? null) : body.defaultService,
    areaCode: body.areaCode === undefined ? view.areaCode : body.areaCode,
    monthlyLimitMicros:
      body.monthlyLimit === undefined ? view.monthlyLimitMicros : limitOf(body.monthlyLimit),
  };
}

export const PROJECT_HANDLERS = [
  implement(getKey, async ({ key, actor }) =>
    ok({
      answer: {
        id: key.id,
        mode: key.isSandbox ? ("sandbox" as const) : ("live" as const),
        scopes: [...key.scopes],
        rateLimit: key.rateLimit,
        projectId: key.projectId,
        username: actor.username,
      },
    }),
  ),
  implement(listProjects, async ({ deps, scope, key }) => {
    const projects = await readProjects(deps, scope);
    const seen = projects.filter(({ id }) => key.projectId === null || key.projectId === id);
    return ok({ answer: { data: seen.map(projectAnswer), nextCursor: null } });
  }),
  implement(createProject, async (call) => {
    if (call.key.projectId !== null) return refuse("forbidden");
    const { monthlyLimit, ...rest } = call.body;
    const created = await create(call.deps, call.actor, {
      ...rest,
      monthlyLimitMicros: limitOf(monthlyLimit),
      userId: call.actor.userId,
    });
    return created.ok ? answerProject(call, created.projectId) : created;
  }),
  implement(getProject, async (call) => {
    const view = await find(call);
    return view ? ok({ answer: projectAnswer(view) }) : refuse("not_found");
  }),
  implement(updateProject, async (call) => {
    const view = await find(call);
    if (!view) return refuse("not_found");
    const done = await update(call.deps, call.actor, { projectId: view.id, ...changed(view, call.body) });
    return done.ok ? answerProject(call, view.id) : done;
  }),
  implement(archiveProject, async (call) => {
    if (call.key.projectId !== null) return refuse("forbidden");
    const view = await find(call);
    if (!view) return refuse("not_found");
    const done = await archive(call.deps, call.actor, { projectId: view.id });
    return done.ok ? answerProject(call, view.id) : done;
  }),
];
