import { latinDigits } from "./latin-digits";

/** What can be looked for: a service, or anything else with a name, a code and other spellings. */
export interface Searchable {
  name: string;
  code: string;
  aliases: readonly string[];
}

const ARABIC_TWINS: Record<string, string> = {
  ي: "ی",
  ى: "ی",
  ك: "ک",
  ة: "ه",
  ۀ: "ه",
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ؤ: "و",
};

/** The same word however it was typed: case, accents, Arabic twins of Persian letters, digits, spaces and signs. */
export function normalizeForSearch(text: string): string {
  return latinDigits(text)
    .replace(/[يىكةۀأإآؤ]/g, (letter) => ARABIC_TWINS[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

function isSubsequence(part: string, whole: string): boolean {
  let found = 0;
  for (const letter of whole) if (letter === part[found]) found += 1;
  return found === part.length;
}

/** How near one word is: 0 is not at all, 100 the same. */
function nearness(wanted: string, text: string): number {
  const word = normalizeForSearch(text);
  if (word === "") return 0;
  if (word === wanted) return 100;
  if (word.startsWith(wanted)) return 80;
  if (text.split(/[\s/()&+.-]+/).some((part) => normalizeForSearch(part).startsWith(wanted))) return 60;
  if (word.includes(wanted)) return 40;
  return wanted.length >= 3 && word.startsWith(wanted.slice(0, 1)) && isSubsequence(wanted, word) ? 10 : 0;
}

/** How well a thing answers what was typed: its code before its name, its name before its other spellings. */
export function searchScore(typed: string, thing: Searchable): number {
  const wanted = normalizeForSearch(typed);
  if (wanted === "") return 0;
  const code = normalizeForSearch(thing.code) === wanted ? 98 : 0;
  const name = nearness(wanted, thing.name);
  const alias = Math.max(0, ...thing.aliases.map((text) => nearness(wanted, text) - 1));
  return Math.max(code, name, alias);
}

/** Those that answer, the best first; among equals the order that was given stays. Nothing typed: all, as they were. */
export function searchThings<Thing extends Searchable>(things: readonly Thing[], typed: string): Thing[] {
  if (normalizeForSearch(typed) === "") return [...things];
  return things
    .map((thing) => ({ thing, score: searchScore(typed, thing) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ thing }) => thing);
}
