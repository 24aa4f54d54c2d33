interface Place {
  location: string;
  locationFa: string;
  locationPt: string;
}

/** The place in the reader's language; English where nobody wrote another. */
export function placeOf({ location, locationFa, locationPt }: Place, locale: string): string {
  return (locale === "fa" ? locationFa : locale === "pt-BR" ? locationPt : "") || location;
}
