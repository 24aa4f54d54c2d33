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
  /** The interface of WireGuard; none where there is a core alone. */
  name?: string;
  statePath?: string;
  cut?: (address: string, ports: number[]) => Promise<number>;
  cutPorts?: number[];
  wg?: (args: string[], input?: string) => Promise<string>;
  now?: () => number;
}): Agent;

export function listenerOf(agent: Agent): RequestListener;
