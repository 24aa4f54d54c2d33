import { afterAll, beforeAll, expect, it } from "vitest";
import { SCOPES } from "@/lib/domain/api-keys/vocabulary";
import { type HandlerWorld, openHandlerWorld, PATH } from "./handler-api/handler-world";

let world: HandlerWorld;
let key: string;

beforeAll(async () => {
  world = await openHandlerWorld({ ownNumbers: 3 });
  key = await world.key(await world.person({ usd: 5 }), { scopes: [...SCOPES] });
});
afterAll(() => world.close());

const LARGE = "x".repeat(300_000);

async function said(path: string, init: RequestInit = {}) {
  const answer = await world.app.request(path, {
    ...init,
    headers: { authorization: `Bearer ${key}`, ...init.headers },
  });
  return { status: answer.status, type: answer.headers.get("content-type"), body: await answer.text() };
}

const plain = (status: number, body: string) => ({ status, type: "text/plain; charset=utf-8", body });

it("too large a body is answered in the words of the protocol", async () => {
  const form = { "content-type": "application/x-www-form-urlencoded" };
  expect(await said(PATH, { method: "POST", headers: form, body: `a=${LARGE}` })).toEqual(
    plain(200, "BAD_ACTION"),
  );
  expect(await said("/v1/user/profile", { method: "POST", body: LARGE })).toEqual(plain(413, "bad request"));
});

it("an address that is no text, or none of the protocol's, is one that is not there", async () => {
  for (const path of ["/v1/user/check/%00", "/v1/guest/products/%E0%A4%A/any", "/v1/nothing", "/v1"])
    expect(await said(path), path).toEqual(plain(404, "404 page not found"));
  for (const path of ["/stubs/handler_api.php%00", "/stubs/other.php", "/stubs/%E0%A4%A"])
    expect(await said(path), path).toEqual(plain(404, "BAD_ACTION"));
});

it.each(["PUT", "PATCH", "DELETE", "POST"])("whoever uses %s is answered as PHP would", async (method) => {
  const path = `${PATH}?${new URLSearchParams({ api_key: key, action: "getBalance" })}`;
  expect(await said(path, { method })).toEqual(plain(200, "ACCESS_BALANCE:5.00"));
});

it("NUL and bytes that are no text in a value are a wrong value, never a fault", async () => {
  for (const value of ["%00", "wa%00", "%ff%fe", "%E0%A4%A", "%"]) {
    for (const name of ["service", "country", "operator", "id", "orderId", "phoneException", "maxPrice"]) {
      for (const action of ["getNumber", "getStatus", "setStatus", "getPrices", "getHistory"]) {
        const { status, body } = await said(`${PATH}?api_key=${key}&action=${action}&${name}=${value}`);
        expect(status, `${action} ${name}=${value}`).toBe(200);
        expect(body, `${action} ${name}=${value}`).not.toMatch(/ERROR_SQL|ACCESS_NUMBER|problem/);
      }
    }
    const asked = await said(`/v1/user/buy/activation/brazil/any/whatsapp?maxPrice=${value}`);
    expect(asked.status).toBe(400);
    const prices = await said(`/v1/guest/prices?country=${value}`);
    expect(prices).toEqual(plain(400, "bad country"));
  }
});
