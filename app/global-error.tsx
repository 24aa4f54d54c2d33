"use client";

/** The last net: even the layout failed, so no translation and no style can be counted on. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return (
    <html lang="en">
      <body style={{ fontFamily: "system-ui", margin: "4rem auto", maxWidth: "32rem", padding: "0 1rem" }}>
        <title>Patchbay</title>
        <h1>This page could not be shown.</h1>
        <p>Nothing was charged by it. Try again; if it stays, tell support this number:</p>
        <p>
          <code>{error.digest}</code>
        </p>
        <button type="button" onClick={retry}>
          Try again
        </button>
      </body>
    </html>
  );
}
