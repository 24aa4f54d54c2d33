import { normalizeDigits } from "./digits";

export interface ServiceWords {
  id: string;
  /** Lower case. */
  matchWords: string[];
}

function quote(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Where a service is first named; -1 when it is not. Words of letters must stand alone. */
function firstMention(text: string, words: string[]): number {
  const positions = words
    .filter((word) => word !== "")
    .map((word) => text.search(new RegExp(`(?<![\\p{L}\\p{N}])${quote(word)}(?![\\p{L}\\p{N}])`, "iu")))
    .filter((position) => position >= 0);
  return positions.length > 0 ? Math.min(...positions) : -1;
}

function named(text: string, services: readonly ServiceWords[]): string[] {
  return services
    .map(({ id, matchWords }) => ({ id, at: firstMention(text, matchWords) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id);
}

/**
 * Whose SMS it is: the services that the text names, first mention first; only when it names none, those that the
 * sender names (senders are easily wrong). Empty when nobody can tell.
 */
export function identifyServices(from: string, body: string, services: readonly ServiceWords[]): string[] {
  const inText = named(normalizeDigits(body), services);
  return inText.length > 0 ? inText : named(normalizeDigits(from), services);
}
