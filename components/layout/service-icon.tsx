"use client";

import { DRAWN_SERVICES } from "./drawn-services";
import { useUploaded } from "./pictures";

/** The first two letters or digits of a name. */
function initials(name: string): string {
  return Array.from(name.replace(/[^\p{L}\p{N}]/gu, ""))
    .slice(0, 2)
    .join("");
}

/**
 * A service's tile, in one quiet shape for all: the picture that was uploaded, or its sign in one colour, or two letters. Its name
 * stands beside it.
 */
export function ServiceIcon({ slug, name }: { slug: string; name: string }) {
  const { address, onError } = useUploaded("services", slug);
  if (address)
    return (
      // biome-ignore lint/performance/noImgElement: a small picture with its own cache gains nothing from the image component
      <img
        src={address}
        onError={onError}
        alt=""
        width={32}
        height={32}
        loading="lazy"
        decoding="async"
        className="size-8 shrink-0 rounded-control border border-line bg-white object-contain"
      />
    );
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
