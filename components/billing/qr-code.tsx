import { renderSVG } from "uqr";

/** A QR code, drawn on the server. Dark on light in both themes: cameras need it so. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const svg = renderSVG(text, { ecc: "M", border: 2, blackColor: "#000", whiteColor: "#fff" });
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  return (
    // biome-ignore lint/performance/noImgElement: a drawing made here, nothing to optimise
    <img
      src={source}
      alt={label}
      width={208}
      height={208}
      className="rounded-md border border-line bg-white"
    />
  );
}
