import { errorsSince, logEnd } from "../support/product-log";
import { expect, test } from "./journey";

test("through all the journeys the product has logged no error", () => {
  expect(logEnd(), "there is a log").toBeGreaterThan(0);
  expect(errorsSince(0)).toEqual([]);
});
