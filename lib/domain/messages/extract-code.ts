import { blankNoise, codesInLinks } from "./code-noise";
import { CODE_WORDS, UNIT_AFTER, UNIT_BEFORE } from "./code-words";
import { normalizeDigits } from "./digits";

interface Candidate {
  code: string;
  start: number;
  end: number;
  /** How much it looks like a code by itself. */
  shape: number;
}

/** Digits that stand alone: no Latin letter, digit or part of a larger number on either side. */
const EDGE_BEFORE = "(?<![A-Za-z0-9_])(?<!\\d[.,:/-])";
const EDGE_AFTER = "(?![A-Za-z0-9_])(?![.,:/-]\\d)";
const digits = (body: string) => new RegExp(`${EDGE_BEFORE}(?:${body})${EDGE_AFTER}`, "g");

const GROUPED = digits("\\d{3}[- ]\\d{3}|\\d{4}-\\d{4}|\\d{2}([- ])\\d{2}\\1\\d{2}|\\d(?: \\d){3,7}");
const PLAIN = digits("\\d{4,8}");
/** "G-123456": the letter is the sender's mark, the digits are what is typed. */
const MARKED = /(?<![A-Za-z0-9])[A-Z]{1,2}-(\d{4,8})(?![A-Za-z0-9-])/g;
/** "A1B2-C3", "5PK7R": capitals and digits together. */
const MIXED =
  /(?<![A-Za-z0-9-])(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])(?:[A-Z0-9]{2,6}-[A-Z0-9]{2,6}|[A-Z0-9]{4,10})(?![A-Za-z0-9-])/g;
/** In small letters only right after its word: "code: a1b2c3". */
const SMALL = /(?<=[:=]\s?)(?=[A-Za-z0-9]*\d)(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{4,10}(?![A-Za-z0-9-])/g;
/** The last line of a domain-bound code: "@example.com #123456". */
const BOUND = /@[a-z0-9.-]{1,100}\.[a-z]{2,20}\s{1,5}#([A-Za-z0-9]{4,10})\s{0,9}$/i;

const SHAPE_BY_LENGTH: Record<number, number> = { 4: 4, 5: 7, 6: 9, 7: 3, 8: 4 };
const UNIT_LIKE = /^\d+(?:MIN|MINS|H|HR|HRS|S|SEC|SECS|D|DAYS|M|G|GB|MB|K|TH|ST|ND|RD|X)$/i;

function candidatesIn(text: string): Candidate[] {
  const of = (pattern: RegExp, shape: (code: string) => number, clean: (match: RegExpExecArray) => string) =>
    [...text.matchAll(pattern)].map((match): Candidate => {
      const code = clean(match);
      return { code, start: match.index, end: match.index + match[0].length, shape: shape(code) };
    });
  const byLength = (code: string) => SHAPE_BY_LENGTH[code.length] ?? 0;
  const found = [
    ...of(
      MARKED,
      (code) => byLength(code) + 10,
      (match) => match[1] ?? "",
    ),
    ...of(
      GROUPED,
      (code) => byLength(code) + 1,
      (match) => match[0].replace(/\D/g, ""),
    ),
    ...of(PLAIN, byLength, (match) => match[0]),
    ...of(
      MIXED,
      () => -6,
      (match) => match[0],
    ),
    ...of(
      SMALL,
      () => -10,
      (match) => match[0],
    ),
  ];
  return found.filter(({ code }) => !UNIT_LIKE.test(code));
}

function isSomethingElse(text: string, { start, end }: Candidate): boolean {
  return (
    UNIT_BEFORE.test(text.slice(Math.max(0, start - 24), start)) || UNIT_AFTER.test(text.slice(end, end + 16))
  );
}

/** Ten SMS in one; what comes after it is read by people. */
const LONGEST = 2_000;

const FAR = 80;

/** How near the next word that speaks of a code is; FAR or more when there is none. */
function distanceToWord(words: { start: number; end: number }[], { start, end }: Candidate): number {
  return words.reduce((nearest, word) => {
    const gap = word.end <= start ? start - word.end : word.start >= end ? word.start - end : 0;
    return Math.min(nearest, gap);
  }, FAR);
}

/** Without a word beside it a number must be the only one, and long, or the SMS short. */
const SHORT_TEXT = 60;
const LIKELY_LENGTH = 5;

function choose(text: string, candidates: Candidate[]): Candidate | null {
  const words = [...text.matchAll(CODE_WORDS)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  const rated = candidates.map((candidate) => ({
    candidate,
    distance: distanceToWord(words, candidate),
    looksLikeYear: /^(?:19|20)\d\d$/.test(candidate.code),
  }));
  const near = rated.filter(({ distance }) => distance < FAR);
  const score = ({ candidate, distance, looksLikeYear }: (typeof rated)[number]) =>
    FAR - distance + candidate.shape * 2 - (looksLikeYear ? 12 : 0);
  const best = near.sort((a, b) => score(b) - score(a) || a.candidate.start - b.candidate.start)[0];
  if (best) return best.candidate;
  const plain = rated.filter(
    ({ candidate, looksLikeYear }) => /^\d+$/.test(candidate.code) && !looksLikeYear,
  );
  const only =
    new Set(plain.map(({ candidate }) => candidate.code)).size === 1 ? plain[0]?.candidate : undefined;
  if (!only) return null;
  return only.code.length >= LIKELY_LENGTH || text.trim().length <= SHORT_TEXT ? only : null;
}

/**
 * The code of a verification SMS, ready to type: digits as 0-9 without separators, letters as they came. Null when
 * there is none. Knows digits of any script, groups ("123-456"), marks ("G-123456"), mixed codes ("A1B2-C3") and
 * links; passes over telephone numbers, prices, dates, years and durations.
 */
export function extractCode(body: string): string | null {
  const text = normalizeDigits(body.slice(0, LONGEST));
  const bound = BOUND.exec(text)?.[1];
  if (bound) return bound;
  const quiet = blankNoise(text);
  const candidates = candidatesIn(quiet).filter((candidate) => !isSomethingElse(quiet, candidate));
  return choose(quiet, candidates)?.code ?? codesInLinks(text)[0] ?? null;
}

/** A text whose codes must not be read: every run of four or more letters-with-digits or digits is masked. */
export function maskCodes(body: string): string {
  return body.replace(
    /[\p{Nd}A-Z][\p{Nd}A-Z\- ]{2,}[\p{Nd}A-Z]|\p{Nd}{3,}|\b(?=[a-z]*\d)[a-z0-9]{4,}\b/giu,
    (run) => (/\p{Nd}/u.test(run) ? run.replace(/[^\s-]/gu, "•") : run),
  );
}
