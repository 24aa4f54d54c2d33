/** Waits as long, give or take a half, so that those who failed together do not come back together. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms * (0.5 + Math.random())));
}
