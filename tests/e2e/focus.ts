import type { Locator, Page } from "playwright/test";
import { expect } from "./journey";

const MAX_STEPS = 80;

/** What has the focus, when nothing can be seen of that; null when all is well. */
function unseenFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const isOutlined = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 1;
    const isMarked = isOutlined || style.boxShadow !== "none" || element.hasAttribute("data-highlighted");
    const isOnScreen =
      box.width > 0 &&
      box.height > 0 &&
      box.bottom > 0 &&
      box.top < innerHeight &&
      box.right > 0 &&
      box.left < innerWidth;
    // What lies over its middle hides it, unless that is a part of it.
    const [x, y] = [
      box.left + box.width / 2,
      Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1),
    ];
    const over = document.elementFromPoint(x, y);
    const isUncovered = over !== null && (element.contains(over) || over.contains(element));
    if (isMarked && isOnScreen && isUncovered) return null;
    return `${element.outerHTML.slice(0, 160)} (marked ${isMarked}, on screen ${isOnScreen}, uncovered ${isUncovered})`;
  });
}

/** Every place where the focus rests shows it: a ring, inside the window, with nothing over it. */
export async function expectFocusSeen(page: Page): Promise<void> {
  await expect.poll(() => unseenFocus(page), { message: "the focus can be seen" }).toBeNull();
}

/** Goes on with Tab (or back with Shift+Tab) until the target has the focus; every stop on the way must be seen. */
export async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(target).toBeVisible();
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < MAX_STEPS && !(await isThere()); step += 1) {
    await page.keyboard.press(key);
    await expectFocusSeen(page);
  }
  await expect(target).toBeFocused();
}
