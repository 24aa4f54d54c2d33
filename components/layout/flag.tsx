/** A country's flag; the name stands beside it. */
export function Flag({ iso2 }: { iso2: string }) {
  return (
    // biome-ignore lint/performance/noImgElement: a small static SVG gains nothing from the image component
    <img
      src={`/flags/${iso2.toLowerCase()}.svg`}
      alt=""
      width={24}
      height={18}
      loading="lazy"
      decoding="async"
      className="h-4.5 w-6 shrink-0 rounded-[2px] border border-line object-cover"
    />
  );
}
