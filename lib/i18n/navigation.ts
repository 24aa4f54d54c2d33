import { createNavigation } from "next-intl/navigation";
import { routing } from "./routing";

/** Next's link and router, which keep the page's language. */
export const { Link, redirect, usePathname, useRouter, getPathname } = createNavigation(routing);
