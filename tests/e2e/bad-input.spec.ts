import { actionId, builtActions, NOBODYS_ID } from "../support/built-actions";
import { enter, expect, test } from "./journey";

test("mangled actions, foreign writes and large bodies have a clear answer and never a 500", async ({
  page,
  baseURL,
}) => {
  const write = (headers: Record<string, string>, data: string) =>
    page.request.post("/sign-in", { headers, data, maxRedirects: 0 });
  const answers = [
    await write({ "next-action": "0".repeat(42), "content-type": "text/plain;charset=UTF-8" }, "[]"),
    await write({ "next-action": "not-an-id", "content-type": "text/plain;charset=UTF-8" }, "{{{"),
    await write({ "content-type": "multipart/form-data; boundary=x" }, "--x broken"),
    await write({ origin: "https://evil.example" }, "x"),
    await write({}, "x".repeat(2 * 1024 * 1024)),
    await page.request.post("/api/auth/callback/credentials", {
      data: "{",
      headers: { "content-type": "application/json" },
    }),
    await page.request.get(`${baseURL}/%E0%A4%A`),
  ];
  await enter(page);
  const rent = actionId("rentNumberAction");
  for (const data of ['"x"', '["$F1"]', "7", '[{"service":"dis\\u0000cord"}]'])
    answers.push(
      await page.request.post("/numbers", {
        headers: { "next-action": rent, "content-type": "text/plain;charset=UTF-8" },
        data,
      }),
    );
  answers.push(
    await page.request.post("/numbers", { headers: { "next-action": rent }, multipart: { "0": "[{bad" } }),
  );
  for (const answer of answers) expect(answer.status(), `${answer.url()}`).toBeLessThan(500);
});

test("wrong, too fine and too large amounts are explained beside the field and lose nothing", async ({
  page,
}) => {
  await enter(page);
  await page.goto("/wallet/top-up");
  const field = page.getByLabel("Amount in USD");
  for (const amount of ["0", "-5", "1e3", "NaN", "0.001", "10000.01"]) {
    await field.fill(amount);
    await page.getByRole("button", { name: "Continue to payment" }).click();
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveValue(amount);
    await expect(page.getByText("cannot answer"), amount).toHaveCount(0);
  }
});

test("a service and a country that are not there", async ({ page }) => {
  await enter(page);
  await page.goto("/numbers?service=nothing-like-it");
  await expect(page.locator("h1")).toBeVisible();
  await expect(page.getByTestId("offer-br")).toBeVisible();
});

test("an amount of money that is none, and an invoice of nobody, are refused by the action itself", async ({
  page,
}) => {
  await enter(page);
  const call = async (name: string, input: object) => {
    const action = builtActions().find((one) => one.name === name);
    const answer = await page.request.post(action?.path ?? "", {
      headers: { "next-action": action?.id ?? "", "content-type": "text/plain;charset=UTF-8" },
      data: JSON.stringify([input]),
      maxRedirects: 0,
    });
    expect(answer.status()).toBeLessThan(500);
    return answer.text();
  };
  const key = "a-key-of-a-script";
  for (const amount of ["0", "-5", "0.001", "99999999999", "NaN", "1e3", "", null, 5]) {
    const answer = await call("startTopUpAction", { method: "CARD", amount, key });
    expect(answer, String(amount)).toContain("validationErrors");
  }
  expect(await call("startTopUpAction", { method: "CARD", amount: "0.01", key })).toContain(
    "amount_too_small",
  );
  expect(await call("startTopUpAction", { method: "CARD", amount: "999999999", key })).toContain(
    "amount_too_large",
  );
  expect(await call("cancelInvoiceAction", { invoiceId: NOBODYS_ID })).toContain("not_found");
  expect(await call("cancelInvoiceAction", { invoiceId: "1" })).toContain("validationErrors");
});
