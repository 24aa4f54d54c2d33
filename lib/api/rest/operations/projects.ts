import { operation } from "../operation";
import {
  createProjectBody,
  ownKey,
  project,
  projectList,
  projectParams,
  updateProjectBody,
} from "../schemas/projects";
import { one, SAMPLE_ID, usd } from "./sample";

const PROJECT = {
  id: SAMPLE_ID.project,
  name: "Sign-up tests",
  description: "",
  defaultCountry: "BR",
  defaultService: null,
  areaCode: null,
  monthlyLimit: usd("50.00"),
  monthSpent: usd("3.85"),
  apiCalls: "1204",
  createdAt: "2026-11-01T09:00:00.000Z",
  archivedAt: null as string | null,
};

const params = { id: SAMPLE_ID.project };

export const getKey = operation({
  id: "getKey",
  method: "get",
  path: "/key",
  tag: "Account",
  summary: "Read what your key may do",
  description: "The key that this request came with: its mode, scopes, limit and project. A good first call.",
  scope: null,
  answer: ownKey,
  status: 200,
  refusals: [],
  example: {
    answer: {
      id: SAMPLE_ID.key,
      mode: "sandbox",
      scopes: ["numbers:read", "numbers:write"],
      rateLimit: 600,
      projectId: SAMPLE_ID.project,
      username: "ada",
    },
  },
});

export const listProjects = operation({
  id: "listProjects",
  method: "get",
  path: "/projects",
  tag: "Projects",
  summary: "List projects",
  description: "Your living projects, by name. A key that belongs to a project sees this one alone.",
  scope: "projects:read",
  answer: projectList,
  status: 200,
  refusals: [],
  example: { answer: one(PROJECT) },
});

export const createProject = operation({
  id: "createProject",
  method: "post",
  path: "/projects",
  tag: "Projects",
  summary: "Create a project",
  description: "Only with a key that belongs to no project.",
  scope: "projects:write",
  body: createProjectBody,
  answer: project,
  status: 201,
  needsLiveKey: true,
  refusals: ["forbidden", "bad_country", "bad_service", "name_taken", "too_many_projects"],
  example: { body: { name: "Sign-up tests", defaultCountry: "BR", monthlyLimit: "50.00" }, answer: PROJECT },
});

export const getProject = operation({
  id: "getProject",
  method: "get",
  path: "/projects/{id}",
  tag: "Projects",
  summary: "Read a project",
  description: "One project with what it spent this month.",
  scope: "projects:read",
  params: projectParams,
  answer: project,
  status: 200,
  refusals: [],
  example: { params, answer: PROJECT },
});

export const updateProject = operation({
  id: "updateProject",
  method: "patch",
  path: "/projects/{id}",
  tag: "Projects",
  summary: "Change a project",
  description: "What you leave out stays as it is; `null` takes a default or limit away.",
  scope: "projects:write",
  params: projectParams,
  body: updateProjectBody,
  answer: project,
  status: 200,
  needsLiveKey: true,
  refusals: ["bad_country", "bad_service", "name_taken"],
  example: { params, body: { monthlyLimit: "80.00" }, answer: { ...PROJECT, monthlyLimit: usd("80.00") } },
});

export const archiveProject = operation({
  id: "archiveProject",
  method: "post",
  path: "/projects/{id}/archive",
  tag: "Projects",
  summary: "Archive a project",
  description:
    "Its keys stop working at once; its orders stay. A key cannot archive the project it belongs to.",
  scope: "projects:write",
  params: projectParams,
  answer: project,
  status: 200,
  needsLiveKey: true,
  refusals: ["forbidden"],
  example: { params, answer: { ...PROJECT, archivedAt: "2026-11-21T12:00:00.000Z" } },
});

export const ACCOUNT_OPERATIONS = [getKey];

export const PROJECT_OPERATIONS = [listProjects, createProject, getProject, updateProject, archiveProject];
