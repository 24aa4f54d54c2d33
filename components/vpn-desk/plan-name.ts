interface Names {
  name: string;
  nameFa: string;
  namePt: string;
}

/** A plan's name in the reader's language. */
export function planName({ name, nameFa, namePt }: Names, locale: string): string {
  return (locale === "fa" ? nameFa : locale === "pt-BR" ? namePt : "") || name;
}
