"use client";

import { useReloadOnce } from "@/components/feedback/use-reload-once";

interface GlobalErrorProps {
  error: Error & { digest?: string };
  /** Reads everything again and draws it anew. */
  retry(): void;
}

const PAGE = {
  colorScheme: "light dark",
  fontFamily: "system-ui, sans-serif",
  lineHeight: 1.5,
  margin: "0 auto",
  maxWidth: "34rem",
  padding: "18vh 1.5rem",
} as const;

/** The last net: even the layout failed, so no translation and no style sheet can be counted on. */
export default function GlobalError({ error, retry }: GlobalErrorProps) {
  const isComing = useReloadOnce(error);
  return (
    <html lang="en">
      <body style={PAGE} hidden={isComing}>
        <title>Patchbay</title>
        <svg
          aria-hidden="true"
          viewBox="0 0 200 80"
          width="200"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
        >
          <circle cx="20" cy="18" r="13" />
          <circle cx="180" cy="18" r="13" />
          <path d="M20 31C20 68 62 80 104 62" />
          <circle cx="109" cy="59.5" r="5" />
        </svg>
        <h1>This page could not be shown.</h1>
        <p>Nothing was charged by it. Try again.</p>
        {error.digest && (
          <p>
            If it stays, tell support this number: <code>{error.digest}</code>
          </p>
        )}
        <button type="button" onClick={retry} style={{ font: "inherit", padding: "0.5rem 1rem" }}>
          Try again
        </button>
      </body>
    </html>
  );
}
