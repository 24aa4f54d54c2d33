/** Letters that look alike are alike: no case, no accents, one kind of Arabic yeh and kaf. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\u200c]/gu, "")
    .replaceAll("ي", "ی")
    .replaceAll("ك", "ک")
    .toLowerCase()
    .trim();
}

/** From this length on a part of a word is enough; shorter ones would be found everywhere. */
const INNER_LENGTH = 4;

/** What a search looks at for one thing: its codes as they are, its names from the start of each word. */
export interface SearchWords {
  codes: readonly string[];
  names: readonly string[];
}

/** Folds the codes and names of one thing once, so that many searches can use them. */
export function searchWords(codes: readonly string[], names: readonly string[]): SearchWords {
  return { codes: codes.map(foldText), names: [...new Set(names.map(foldText))] };
}

/** Whether `token` (folded) means this thing. */
export function meets(token: string, words: SearchWords): boolean {
  if (words.codes.includes(token)) return true;
  return words.names.some((name) => {
    const at = name.indexOf(token);
    return at === 0 || name.includes(` ${token}`) || (at > 0 && token.length >= INNER_LENGTH);
  });
}

/** "WhatsApp  Brasil" -> ["whatsapp", "brasil"]. */
export function searchTokens(search: string): string[] {
  return foldText(search).split(/\s+/).filter(Boolean).slice(0, 8);
}
