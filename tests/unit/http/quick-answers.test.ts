import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { quickAnswers, withRequestId } from "@/lib/http/quick-answers";
import { createMetrics } from "@/lib/observability/metrics";
import { isSampled } from "@/lib/observability/request-log";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open() {
  const lines: Record<string, unknown>[] = [];
  const say = (fields: Record<string, unknown>) => void lines.push(fields);
  const metrics = createMetrics();
  const answers = quickAnswers(
    { log: { info: say, warn: say, error: say } as never, metrics },
    "/sub/:token",
  );
  return { lines, metrics, answers };
}

it("names and writes one in a thousand of those that nobody named", () => {
  const { lines, answers } = open();
  const named: string[] = [];
  for (let time = 0; time < 2_000; time += 1) {
    const naming = answers.name(undefined);
    if (naming.requestId) named.push(naming.requestId);
    answers.count({ method: "GET", status: 200 }, naming, () => "192.0.2.7");
  }
  expect(named).toHaveLength(2);
  expect(lines.map(({ requestId }) => requestId)).toEqual(named);
  expect(lines[0]).toEqual({
    requestId: named[0],
    method: "GET",
    route: "/sub/:token",
    status: 200,
    durationMs: 0,
    userId: null,
    clientAddress: "192.0.2.7",
    outcome: "ok",
    oneOf: 1_000,
  });
});

it("keeps a given id on the answer and writes the lines that other processes would write", () => {
  const { lines, answers } = open();
  const ids = Array.from({ length: 5_000 }, (_, index) => `request-${index}`);
  for (const id of ids) {
    const naming = answers.name(id);
    expect(withRequestId(["a", "b"], naming)).toEqual(["a", "b", "x-request-id", id]);
    answers.count({ method: "HEAD", status: 304 }, naming, () => null);
  }
  const expected = ids.filter((id) => isSampled(id, 1_000));
  expect(expected.length).toBeGreaterThan(0);
  expect(lines.map(({ requestId }) => requestId)).toEqual(expected);
  expect(answers.name("not an id").requestId).toMatch(/^[0-9a-f-]{36}$/);
});

it("counts every answer in the metrics, by method and class of status", async () => {
  const { metrics, answers } = open();
  const naming = { requestId: null, isLogged: false };
  for (const status of [200, 200, 304]) answers.count({ method: "GET", status }, naming, () => null);
  vi.advanceTimersByTime(1_000);
  answers.count({ method: "POST", status: 200 }, naming, () => null);
  vi.advanceTimersByTime(1_000);
  const { values } = await metrics.requests.get();
  const counts = values.map(({ labels, value }) => `${labels.method} ${labels.status} ${value}`);
  expect(counts.sort()).toEqual(["GET 2xx 2", "GET 3xx 1", "POST 2xx 1"]);
  const seconds = (await metrics.requestSeconds.get()).values;
  expect(seconds.find(({ metricName }) => metricName?.endsWith("_count"))?.value).toBe(4);
});
