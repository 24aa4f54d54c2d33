/** Path of a Chromium that can be driven, or null. */
export function findBrowser(): string | null;
/** Switches that every run needs. */
export function browserArguments(): string[];
/** The switches of a browser that Playwright starts. */
export function drivenBrowserArguments(): string[];
/** Finds a Chromium or installs one. Returns its path. */
export function ensureBrowser(): string;
