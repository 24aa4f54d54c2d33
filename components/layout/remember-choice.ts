const YEAR_SECONDS = 31_536_000;

/** Keeps a choice of looks on this device for a year. Nothing secret goes here: scripts can read it. */
export function rememberChoice(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
