import pino, { type DestinationStream } from "pino";
import type { Log } from "@/lib/domain/kernel/log";
import { describeError } from "./describe-error";
import { redact } from "./redact";

export type Logger = Log;

interface LoggerOptions {
  /** debug, info, warn, error or silent. */
  level: string;
  /** Where the lines go; standard output when left out. */
  destination?: DestinationStream;
}

/** One JSON line per call, with the time in UTC. Secrets are taken out here, so that no caller can forget it. */
export function createLogger({ level, destination }: LoggerOptions): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (label) => ({ level: label }),
      log: (fields) => redact(fields) as Record<string, unknown>,
    },
    serializers: { err: describeError, error: describeError },
  };
  const lines = destination ? pino(options, destination) : pino(options);
  return {
    info: (fields, message) => lines.info(fields, message),
    warn: (fields, message) => lines.warn(fields, message),
    error: (fields, message) => lines.error(fields, message),
  };
}
