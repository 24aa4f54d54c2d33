/** Services whose sign is in public/services; the others get their first two letters. */
const DRAWN = new Set(["whatsapp", "telegram", "google", "instagram", "facebook", "discord"]);

/** A service's tile, in one quiet shape and one colour for all. Its name stands beside it. */
export function ServiceIcon({ slug, name }: { slug: string; name: string }) {
  return (
    <span
      aria-hidden="true"
      className="inline-flex size-8 shrink-0 items-center justify-center rounded-control border border-line bg-sunken text-ink-2"
    >
      {DRAWN.has(slug) ? (
        <span
          className="size-4.5 bg-current forced-color-adjust-none"
          style={{ mask: `url(/services/${slug}.svg) center / contain no-repeat` }}
        />
      ) : (
        <span className="font-mono text-xs uppercase">{name.slice(0, 2)}</span>
      )}
    </span>
  );
}
