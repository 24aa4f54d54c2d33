import { makePerson } from "../support/product-person";
import { enter, expect, expectAccessible, test } from "./journey";

test("a project and its key: shown once, used by a program, revoked and refused at once", async ({
  page,
  request,
}) => {
  await enter(page, await makePerson("builds"));
  await page.goto("/developers/projects");
  await page.getByRole("link", { name: "Create project" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Create project" })).toBeVisible();
  await page.getByLabel("Name").fill("Night shift");
  await page.getByLabel("Monthly limit, USD").fill("12.50");
  await page.getByRole("button", { name: "Create project" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Night shift" })).toBeVisible();
  await expect(page.getByText("$0.00 of $12.50")).toBeVisible();

  await page.getByRole("link", { name: "Create key" }).first().click();
  // The project's own form has a name, too.
  await expect(page.getByRole("heading", { level: 1, name: "Create API key" })).toBeVisible();
  await page.getByLabel("Name").fill("Laptop");
  await page.getByLabel("Allowed addresses").fill("not an address");
  await page.getByRole("button", { name: "Create key" }).click();
  await expect(page.getByText("One line is no address or CIDR range.")).toBeVisible();
  await page.getByLabel("Allowed addresses").fill("");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create key" }).click();
  const key = (await page.getByTestId("api-key").textContent()) ?? "";
  expect(key).toMatch(/^pb_test_[0-9A-Za-z]{36}$/);
  await expectAccessible(page);

  const ask = () => request.get("/api/v1/key", { headers: { authorization: `Bearer ${key}` } });
  expect((await ask()).status()).toBe(200);
  await page.getByRole("link", { name: "I stored it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Laptop" })).toBeVisible();
  // From now on nobody can read it, also not its owner.
  await expect(page.locator("main")).not.toContainText(key);
  await expect(page.locator("main")).toContainText(`pb_test_…${key.slice(-4)}`);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Revoke key" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText("refused at once");
  await question.getByRole("button", { name: "Revoke key" }).click();
  await expect(page.getByText("Revoked").first()).toBeVisible();
  const refused = await ask();
  expect(refused.status()).toBe(401);
  expect(await refused.json()).toMatchObject({ code: "key_revoked" });
});
