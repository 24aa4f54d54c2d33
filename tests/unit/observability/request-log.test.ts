import { describe, expect, it } from "vitest";
import { createMetrics } from "@/lib/observability/metrics";
import { logRequest, type RequestFacts, SAMPLE_EVERY } from "@/lib/observability/request-log";

function door() {
  const lines: { level: string; fields: Record<string, unknown> }[] = [];
  const write = (level: string) => (fields: Record<string, unknown>) => void lines.push({ level, fields });
  const metrics = createMetrics();
  return { lines, metrics, log: { info: write("info"), warn: write("warn"), error: write("error") } };
}

const FACTS: RequestFacts = {
  requestId: "request-1",
  method: "POST",
  route: "/api/hooks/sms/generic",
  path: "/api/hooks/sms/generic",
  status: 200,
  durationMs: 12.3456,
  userId: null,
  clientAddress: "203.0.113.7",
};

describe("logRequest", () => {
  it("writes one line with ids, pattern, status, duration and outcome", () => {
    const { lines, ...deps } = door();
    logRequest(deps, { ...FACTS, userId: "user-1" });
    expect(lines).toEqual([
      {
        level: "info",
        fields: {
          requestId: "request-1",
          method: "POST",
          route: "/api/hooks/sms/generic",
          status: 200,
          durationMs: 12.3,
          userId: "user-1",
          clientAddress: "203.0.113.7",
          outcome: "ok",
        },
      },
    ]);
  });

  it("samples polls that went well and keeps every failure", () => {
    const { lines, ...deps } = door();
    const poll = { ...FACTS, method: "GET", route: "/api/portal/activations" };
    const total = 20_000;
    for (let index = 0; index < total; index += 1)
      logRequest(deps, { ...poll, requestId: `request-${index}` });
    expect(lines.length).toBeGreaterThan(total / SAMPLE_EVERY / 2);
    expect(lines.length).toBeLessThan((total / SAMPLE_EVERY) * 2);
    expect(lines.every(({ fields }) => fields.oneOf === SAMPLE_EVERY)).toBe(true);
    lines.length = 0;
    for (let index = 0; index < 50; index += 1) {
      logRequest(deps, { ...poll, requestId: `request-${index}`, status: 401, outcome: "unauthenticated" });
    }
    expect(lines).toHaveLength(50);
    expect(lines[0]?.fields.outcome).toBe("unauthenticated");
  });

  it("counts what it does not write", async () => {
    const { lines, ...deps } = door();
    for (let index = 0; index < 10; index += 1) {
      logRequest(deps, { ...FACTS, method: "GET", route: "/api/health/live", requestId: `r-${index}` });
    }
    const text = await deps.metrics.registry.metrics();
    expect(text).toContain(
      'patchbay_http_requests_total{method="GET",route="/api/health/live",status="2xx"} 10',
    );
  });

  it("lets no token into the log and no input into the labels", async () => {
    const { lines, ...deps } = door();
    const token = "Zk3rB9qLw0T1xYv5";
    logRequest(deps, { ...FACTS, method: "get", route: "/*", path: `/sub/${token}`, status: 404 });
    logRequest(deps, {
      ...FACTS,
      method: "BREW",
      route: null,
      path: `/fa/reset-password/${token}?token=${token}`,
    });
    logRequest(deps, { ...FACTS, method: "GET", route: null, path: "/_next/static/chunks/a1b2c3.js" });
    const text = JSON.stringify(lines) + (await deps.metrics.registry.metrics());
    expect(text).not.toContain(token);
    expect(lines.map(({ fields }) => [fields.method, fields.route])).toEqual([
      ["GET", "unmatched"],
      ["OTHER", "/fa/reset-password/:id"],
      ["GET", "/_next/:file"],
    ]);
    expect(text).toContain('method="OTHER",route="pages"');
  });

  it("calls a failure an error", () => {
    const { lines, ...deps } = door();
    logRequest(deps, { ...FACTS, status: 503 });
    expect(lines[0]).toMatchObject({ level: "error", fields: { outcome: "failed" } });
  });
});
