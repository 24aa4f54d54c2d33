/** Packages whose programs are not on the path. */
export function missingCores(): string[];
/** Installs what is missing; resolves with a remark when something still is, which CI does not allow. */
export function ensureCores(): string | undefined;
