import type { RequestListener } from "node:http";

export interface AgentRequest {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface AgentAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export interface Agent {
  answer(request: AgentRequest): Promise<AgentAnswer>;
}

export function createAgent(options: {
  key: string;
  name: string;
  statePath: string;
  wg?: (args: string[], input?: string) => Promise<string>;
  now?: () => number;
}): Agent;

export function listenerOf(agent: Agent): RequestListener;
