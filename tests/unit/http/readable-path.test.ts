import { expect, it } from "vitest";
import { isReadablePath } from "@/lib/http/readable-path";

it.each(["/", "/fa/numbers", "/numbers/%D9%88", "/a%20b", "/a%2Fb", "/a?search=%00", "/a?x=%E0%A4%A"])(
  "reads %s",
  (path) => {
    expect(isReadablePath(path)).toBe(true);
  },
);

it.each(["/%00", "/admin/users/%00", "/a%00b?x=1", "/%0d%0a", "/%7F", "/%C2%85", "/%E0%A4%A", "/%"])(
  "refuses %s",
  (path) => {
    expect(isReadablePath(path)).toBe(false);
  },
);
