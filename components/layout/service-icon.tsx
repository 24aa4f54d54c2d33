import { DRAWN_SERVICES } from "./drawn-services";

/** The first two letters or digits of a name. */
function initials(name: string): string {
  return Array.from(name.replace(/[^\p{L}\p{N}]/gu, ""))
    .slice(0, 2)
    .join("");
}

/** A service's tile, in one quiet shape and one colour for all: its sign, or two letters. Its name stands beside it. */
export function ServiceIcon({ slug, name }: { slug: string; name: string }) {
  return (
    <span
      aria-hidden="true"
      className="inline-flex size-8 shrink-0 items-center justify-center rounded-control border border-line bg-sunken text-ink-2"
    >
      {DRAWN_SERVICES.has(slug) ? (
        <span
          className="size-4.5 bg-current forced-color-adjust-none"
          style={{ mask: `url(/services/${slug}.svg) center / contain no-repeat` }}
        />
      ) : (
        <span className="font-mono text-xs uppercase">{initials(name)}</span>
      )}
    </span>
  );
}
