import type { PanelAnswer, PanelClient, PanelRequest } from "../panel-http/panel-client";
import { panelFault } from "../panel-http/panel-fault";
import { AJAX, envelopeOf } from "./envelope";

export interface Login {
  username: string;
  password: string;
  twoFactorCode?: string | undefined;
}

/** Calls with the cookie of a session; one that the panel forgot is opened again, once. */
export function createLogin(client: PanelClient, { username, password, twoFactorCode }: Login) {
  let cookie: Promise<string> | null = null;

  async function logIn(): Promise<string> {
    const form = { username, password, ...(twoFactorCode ? { twoFactorCode } : {}) };
    const answer = await client.send({ method: "POST", path: "/login", form, headers: AJAX });
    // A wrong password is 200 as well.
    const { success } = envelopeOf(answer);
    if (!success) throw panelFault("auth", "the user name or the password is wrong");
    const cookies = answer.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
    if (cookies.length === 0) throw panelFault("protocol", "the login gave no cookie");
    return cookies.join("; ");
  }

  function current(): Promise<string> {
    if (cookie) return cookie;
    const fresh = logIn();
    cookie = fresh;
    fresh.catch(() => {
      if (cookie === fresh) cookie = null;
    });
    return fresh;
  }

  return async function call(request: PanelRequest): Promise<PanelAnswer> {
    const used = current();
    const ask = async (value: string) =>
      client.send({ ...request, headers: { ...request.headers, cookie: value } });
    const answer = await ask(await used);
    // Older ones say 404 to a stranger, as if there were no such thing.
    if (answer.status !== 401 && answer.status !== 404) return answer;
    if (cookie === used) cookie = null;
    return ask(await current());
  };
}
