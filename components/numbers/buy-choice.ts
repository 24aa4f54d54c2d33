/** A service that people look for and nobody gets here. */
export interface UnsoldChoice {
  key: string;
  name: string;
  code: string;
  aliases: string[];
  /** Why, in the reader's language. */
  reason: string;
}

/** A service or a country, to be picked in the left pane. */
export interface BuyChoice {
  /** Its name in the address: a slug, or an ISO code in lower case. */
  key: string;
  name: string;
  /** "wa", "+55". */
  code: string;
  /** Other spellings, in any language. */
  aliases: string[];
  group: "favorites" | "recent" | "all";
  isFavorite: boolean;
}
