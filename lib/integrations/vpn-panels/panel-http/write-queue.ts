export type Queued = <T>(write: () => Promise<T>) => Promise<T>;

/** One write after the other, at least so long apart: for panels that start a job of the system for each. */
export function createWriteQueue(everyMs: number): Queued {
  let last: Promise<unknown> = Promise.resolve();
  const rest = () => (everyMs > 0 ? new Promise((resolve) => setTimeout(resolve, everyMs)) : undefined);
  return (write) => {
    const mine = last.then(write);
    last = mine.then(rest, rest);
    return mine;
  };
}
