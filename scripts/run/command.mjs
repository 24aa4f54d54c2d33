import { spawn } from "node:child_process";
import { setPriority } from "node:os";
import { ROOT } from "../project.mjs";
import { programArgs } from "./programs.mjs";

/** A command that ended badly, with all it said. */
export class CommandFailed extends Error {
  constructor(command, code, output) {
    super(`${command} ended with ${code}${output ? `:\n${output}` : ""}`);
    this.code = code;
    this.output = output;
  }
}

/**
 * Runs a Node script of the project to its end. Returns what it printed; throws with it when it failed. A priority is one of
 * `os.constants.priority`, its own and its children's.
 */
export function runNode(args, { env = process.env, signal, priority } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      signal,
    });
    if (priority !== undefined && child.pid !== undefined) setPriority(child.pid, priority);
    let output = "";
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout.setEncoding("utf8").on("data", collect);
    child.stderr.setEncoding("utf8").on("data", collect);
    child.once("error", reject);
    child.once("close", (code, killedBy) => {
      if (code === 0) resolve(output.trim());
      else reject(new CommandFailed(args.join(" "), killedBy ?? code, output.trim()));
    });
  });
}

/** Runs a program of the product to its end. */
export async function runProgram(name, args, options) {
  return runNode([...(await programArgs(name)), ...args], options);
}
