/** Tells long-lived work (streams, pollers) that the process is going. */
export interface Lifecycle {
  isStopping(): boolean;
  onStop(handler: () => void): () => void;
  stop(): void;
}

export function createLifecycle(): Lifecycle {
  const handlers = new Set<() => void>();
  let stopping = false;
  return {
    isStopping: () => stopping,
    onStop(handler) {
      handlers.add(handler);
      return () => handlers.delete(handler);
    },
    stop() {
      stopping = true;
      for (const handler of handlers) handler();
    },
  };
}
