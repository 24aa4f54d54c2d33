/**
 * Whether browsers open pages on this port of this machine. Some ports belong to other protocols and are refused before
 * anything is sent, by Node's fetch too (Fetch standard, 2.9 "Port blocking").
 */
export async function isOpenablePort(port) {
  const problem = await fetch(`http://127.0.0.1:${port}`, { method: "HEAD", redirect: "manual" }).then(
    () => null,
    (error) => error.cause,
  );
  return problem?.message !== "bad port";
}
