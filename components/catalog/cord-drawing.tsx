export type CordState = "hold" | "code" | "back";

const CORDS: Record<CordState, string> = {
  hold: "M28 34C28 92 172 92 172 34",
  code: "M28 34C28 92 172 92 172 34",
  back: "M28 34C28 78 70 92 112 74",
};

/** The wallet's jack, the line's jack, and the cord between them: laid, plugged, or hanging free again. */
export function CordDrawing({ state, from, to }: { state: CordState; from: string; to: string }) {
  const isPlugged = state !== "back";
  return (
    <div className="max-w-64">
      <svg
        aria-hidden="true"
        viewBox="0 0 200 96"
        className="w-full text-ink-2 rtl:-scale-x-100"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
      >
        <circle cx="28" cy="20" r="14" />
        <circle cx="28" cy="20" r="5" fill="currentColor" stroke="none" />
        <circle cx="172" cy="20" r="14" stroke={state === "code" ? "var(--accent)" : "currentColor"} />
        {state === "code" && <circle cx="172" cy="20" r="8" fill="var(--accent)" stroke="none" />}
        <path d={CORDS[state]} strokeDasharray={state === "hold" ? "2 5" : undefined} />
        {!isPlugged && <circle cx="117" cy="71.5" r="5" />}
      </svg>
      <p aria-hidden="true" className="flex justify-between text-center text-ink-3 text-xs">
        <span className="w-[28%]">{from}</span>
        <span className="w-[28%]">{to}</span>
      </p>
    </div>
  );
}
