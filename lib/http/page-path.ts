/** Set by the proxy on every page request, overwriting what was sent: which page it is, so that signing in comes back to it. */
export const PAGE_PATH_HEADER = "x-patchbay-page-path";
