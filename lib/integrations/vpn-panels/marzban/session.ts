import type { PanelAnswer, PanelClient, PanelRequest } from "../panel-http/panel-client";
import { panelFault } from "../panel-http/panel-fault";
import { expectBody, statusFault } from "../panel-http/read-answer";
import { tokenShape } from "./shapes";

/** Calls with a bearer token that is fetched when it is needed, and once more when the panel no longer takes it. */
export function createMarzbanSession(
  client: PanelClient,
  { username, password }: { username: string; password: string },
) {
  let token: Promise<string> | null = null;

  async function logIn(): Promise<string> {
    const form = { grant_type: "password", username, password };
    const answer = await client.send({ method: "POST", path: "/api/admin/token", form });
    if (answer.status === 401) throw panelFault("auth", "HTTP 401: the user name or the password is wrong");
    if (answer.status !== 200) throw statusFault(answer);
    return expectBody(answer, tokenShape).access_token;
  }

  /** Calls at the same time share one login; one that failed is not kept. */
  function currentToken(): Promise<string> {
    if (token) return token;
    const fresh = logIn();
    token = fresh;
    fresh.catch(() => {
      if (token === fresh) token = null;
    });
    return fresh;
  }

  return async function call(request: PanelRequest): Promise<PanelAnswer> {
    const used = currentToken();
    const ask = async (bearer: string) =>
      client.send({ ...request, headers: { authorization: `Bearer ${bearer}` } });
    const answer = await ask(await used);
    if (answer.status !== 401) return answer;
    if (token === used) token = null;
    return ask(await currentToken());
  };
}

export type MarzbanCall = ReturnType<typeof createMarzbanSession>;
