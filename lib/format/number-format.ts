const formats = new Map<string, Intl.NumberFormat>();

/** Made once for each language and way of writing: making one costs more than writing a hundred numbers. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${locale} ${options.style ?? ""} ${options.currency ?? ""} ${options.minimumFractionDigits ?? ""} ${options.maximumFractionDigits ?? ""}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, options);
  formats.set(key, made);
  return made;
}
