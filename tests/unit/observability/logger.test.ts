import { describe, expect, it } from "vitest";
import { createLogger } from "@/lib/observability/logger";

function capture(level = "info") {
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger({ level, destination: { write: (line) => lines.push(JSON.parse(line)) } });
  return { logger, lines };
}

describe("createLogger", () => {
  it("writes one JSON line with level, time and message", () => {
    const { logger, lines } = capture();
    logger.info({ port: 3000 }, "listening");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ level: "info", port: 3000, msg: "listening" });
    expect(String(lines[0]?.time)).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it("keeps secrets, codes and bodies out at any depth", () => {
    const { logger, lines } = capture();
    logger.warn(
      {
        code: "481902",
        user: { newPassword: "hunter22", "set-cookie": "sid=abc", name: "ada" },
        list: [{ sessionToken: "tok-1", body: "Your code is 481902" }],
        hold: 12n,
        bytes: new Uint8Array(3),
        missing: { token: null },
      },
      "refused",
    );
    const text = JSON.stringify(lines);
    for (const secret of ["481902", "hunter22", "sid=abc", "tok-1"]) expect(text).not.toContain(secret);
    expect(lines[0]).toMatchObject({
      user: { name: "ada" },
      hold: "12",
      bytes: "[3 bytes]",
      missing: { token: null },
    });
  });

  it("takes the password out of a connection string", () => {
    const { logger, lines } = capture();
    logger.error({ err: new Error("no answer from postgres://app:s3cret@db:5432/shop") }, "away");
    expect(JSON.stringify(lines)).not.toContain("s3cret");
    expect(JSON.stringify(lines)).toContain("@db:5432");
  });

  it("keeps only the last line of what Prisma says, and its causes with their codes", () => {
    const { logger, lines } = capture();
    const cause = Object.assign(new Error("duplicate key"), {
      code: "23505",
      detail: "Key (email)=(ada@example.org)",
    });
    const error = new Error(
      'Invalid call:\n\n→ create({ email: "ada@example.org" })\n\nUnique constraint failed',
      {
        cause,
      },
    );
    error.name = "PrismaClientKnownRequestError";
    logger.error({ err: error }, "failed");
    expect(JSON.stringify(lines)).not.toContain("ada@example.org");
    expect(lines[0]).toMatchObject({
      err: {
        type: "PrismaClientKnownRequestError",
        message: "Unique constraint failed",
        cause: { code: "23505", message: "duplicate key" },
      },
    });
  });

  it("describes what was thrown without being an error", () => {
    const { logger, lines } = capture();
    logger.error({ err: "plain text" }, "failed");
    expect(lines[0]).toMatchObject({ err: { type: "string", message: "plain text" } });
  });

  it("is silent when told so", () => {
    const { logger, lines } = capture("silent");
    logger.error({}, "nothing");
    expect(lines).toEqual([]);
  });
});
