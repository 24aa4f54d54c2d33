import { FiveSimAPI, GuestService, UserService } from "fivesim-api";
import { HeroSMSClient } from "hero-sms";
import { expect, test } from "playwright/test";
import { makeKey } from "../support/product-key";
import { makePerson } from "../support/product-person";

/** The simulated suppliers take up to 14 seconds; a busy machine may take its time. */
const CODE_MS = 60_000;
const COUNTRY = { name: "brazil", legacyId: 73 };

test.beforeAll(({ baseURL }) => {
  for (const service of [UserService, GuestService]) Reflect.set(service, "baseURL", `${baseURL}/v1`);
});

test("fivesim-api buys, waits for its code, finishes, cancels and reads back", async () => {
  const client = new FiveSimAPI(await makeKey(await makePerson("five", { usd: 20 }), "live"));
  expect(await client.getProfile()).toMatchObject({ balance: 20, frozen_balance: 0 });
  const prices = await FiveSimAPI.getPricesByCountryAndProduct(COUNTRY.name, "whatsapp");
  const { cost } = prices[COUNTRY.name]?.whatsapp?.any ?? { cost: 0 };
  expect(cost).toBeGreaterThan(0);
  const order = await client.buyActivationNumber(COUNTRY.name, "any", "whatsapp", { wait: true });
  expect(order).toMatchObject({ status: "RECEIVED", price: cost, country: COUNTRY.name });
  expect(order.sms?.[0]?.code).toMatch(/^\d{4,8}$/);
  expect(await client.finishOrder(order.id)).toMatchObject({ status: "FINISHED" });
  const other = await client.buyActivationNumber(COUNTRY.name, "any", "telegram");
  expect(other).toMatchObject({ status: "PENDING", phone: expect.stringMatching(/^\+55\d+$/) });
  const history = await client.getOrderHistory();
  expect(history.Data.map(({ id }) => id)).toEqual([other.id, order.id]);
  const { balance, frozen_balance: frozen } = await client.getProfile();
  expect(Math.round((balance + frozen + cost) * 1e6)).toBe(20e6);
});

test("one order goes through both protocols with a sandbox key, for nothing", async ({ baseURL }) => {
  const email = await makePerson("doors");
  const apiKey = await makeKey(email, "sandbox");
  const five = new FiveSimAPI(apiKey);
  const hero = new HeroSMSClient({ apiKey, baseUrl: `${baseURL}/stubs/handler_api.php` });
  const { id, phone } = await five.buyActivationNumber(COUNTRY.name, "any", "whatsapp");
  expect(phone).toMatch(/^\+555550\d+0$/);
  await expect
    .poll(() => hero.getStatus(String(id) as never), { timeout: CODE_MS })
    .toMatchObject({ status: "STATUS_OK" });
  const { code } = (await hero.getStatus(String(id) as never)) as { code: string };
  expect((await five.checkOrder(id)).sms?.[0]?.code).toBe(code);
  expect(await hero.requestResend(String(id) as never)).toBe("ACCESS_RETRY_GET");
  await expect.poll(async () => (await five.checkOrder(id)).sms?.length, { timeout: CODE_MS }).toBe(2);
  expect(await five.finishOrder(id)).toMatchObject({ status: "FINISHED" });
  const { activationId } = await hero.getNumber({
    service: "tg",
    country: COUNTRY.legacyId,
    operator: "none",
  });
  expect(await five.cancelOrder(Number(activationId))).toMatchObject({ status: "CANCELED" });
  // Play money, of which nothing is taken.
  expect(await hero.getBalance()).toBe(1000);
});

test("hero-sms buys, waits for its code, asks for another SMS, finishes and reads back", async ({
  baseURL,
}) => {
  const apiKey = await makeKey(await makePerson("hero", { usd: 20 }), "live");
  const client = new HeroSMSClient({ apiKey, baseUrl: `${baseURL}/stubs/handler_api.php` });
  expect(await client.getBalance()).toBe(20);
  const prices = await client.getPrices({ service: "wa", country: COUNTRY.legacyId });
  const { cost } = prices[String(COUNTRY.legacyId)]?.wa ?? { cost: 0 };
  const { activationId } = await client.getNumber({ service: "wa", country: COUNTRY.legacyId });
  const id = String(activationId) as never;
  await expect.poll(() => client.getStatus(id), { timeout: CODE_MS }).toMatchObject({ status: "STATUS_OK" });
  expect(await client.requestResend(id)).toBe("ACCESS_RETRY_GET");
  await expect.poll(async () => (await client.getStatus(id)).status).toMatch(/^STATUS_(?:WAIT_RETRY|OK)$/);
  expect(await client.complete(id)).toBe("ACCESS_ACTIVATION");
  await expect.poll(async () => (await client.getStatus(id)).status).toBe("STATUS_CANCEL");
  const [last] = await client.getHistory({ size: 10 });
  expect(last).toMatchObject({ status: "6", cost });
  expect(Math.round((await client.getBalance()) * 1e6)).toBe(Math.round((20 - cost) * 1e6));
});
