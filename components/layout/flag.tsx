"use client";

import { useUploaded } from "./pictures";

/** A country's flag: the one that was uploaded, or the product's own. The name stands beside it. */
export function Flag({ iso2 }: { iso2: string }) {
  const key = iso2.toLowerCase();
  const { address, onError } = useUploaded("countries", key);
  return (
    // biome-ignore lint/performance/noImgElement: a small static SVG gains nothing from the image component
    <img
      src={address ?? `/flags/${key}.svg`}
      onError={address ? onError : undefined}
      alt=""
      width={24}
      height={18}
      loading="lazy"
      decoding="async"
      className="h-4.5 w-6 shrink-0 rounded-[2px] border border-line object-cover"
    />
  );
}
