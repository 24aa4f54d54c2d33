interface Waiting<Value> {
  key: string;
  resolve(value: Value | null): void;
  reject(error: unknown): void;
}

/**
 * Asks for many keys with one question: what is asked while so many questions are under way waits, and goes together.
 * A key that the answer does not hold is null.
 */
export function gathered<Value>(
  ask: (keys: string[]) => Promise<ReadonlyMap<string, Value>>,
  { questions, keysEach }: { questions: number; keysEach: number },
): (key: string) => Promise<Value | null> {
  const waiting: Waiting<Value>[] = [];
  let underWay = 0;
  let isScheduled = false;

  async function run(): Promise<void> {
    const together = waiting.splice(0, keysEach);
    underWay += 1;
    try {
      const found = await ask([...new Set(together.map(({ key }) => key))]);
      for (const { key, resolve } of together) resolve(found.get(key) ?? null);
    } catch (error) {
      for (const { reject } of together) reject(error);
    } finally {
      underWay -= 1;
      schedule();
    }
  }

  function schedule(): void {
    if (isScheduled || waiting.length === 0 || underWay >= questions) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      void run();
      schedule();
    });
  }

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      schedule();
    });
}
