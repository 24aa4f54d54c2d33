const seconds = (start) => `${((Date.now() - start) / 1000).toFixed(1)} s`;

/** Progress goes to stderr: stdout belongs to results and logs. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Runs one stage and says how long it took; the work may return a few words to add. */
export async function stage(label, work) {
  const start = Date.now();
  const live = process.stderr.isTTY;
  if (live) process.stderr.write(`  ${label} ...`);
  try {
    const note = await work();
    const text = typeof note === "string" && note ? ` (${note})` : "";
    process.stderr.write(`${live ? "\r\u001b[2K" : ""}  ${label}${text}  ${seconds(start)}\n`);
  } catch (error) {
    process.stderr.write(`${live ? "\r\u001b[2K" : ""}  ${label}: failed  ${seconds(start)}\n`);
    throw error;
  }
}
