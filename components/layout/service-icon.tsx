/** A service's tile: its first two letters, in one quiet shape for all. */
export function ServiceIcon({ slug, name }: { slug: string; name: string }) {
  return (
    <span
      aria-hidden="true"
      data-service={slug}
      className="inline-flex size-8 shrink-0 items-center justify-center rounded-control border border-line bg-sunken font-mono text-xs uppercase"
    >
      {name.slice(0, 2)}
    </span>
  );
}
