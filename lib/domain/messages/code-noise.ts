/** Things with digits in them that are never a code. Replaced by as many spaces, so that positions stay. */
const NOISE = [
  /(?:https?:\/\/|www\.)\S+/giu,
  /(?<![\p{L}\p{N}@])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}\.[a-z]{2,20}\/\S*/giu,
  /[^\s@]{1,64}@[^\s@]{1,100}\.[a-z]{2,20}/giu,
  // Telephone numbers: with a plus, or long.
  /\+\s?\d[\d\s().-]{5,20}\d/g,
  /(?<!\d)(?:\(?\d{1,4}\)?[\s.-]){2,4}\d{3,4}[\s.-]?\d{2,4}(?!\d)/g,
  /(?<!\d)\d{9,}(?!\d)/g,
  // Dates and times of day.
  /(?<!\d)(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/g,
  /(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}(?!\d)/g,
  /(?<!\d)\d{1,2}\/\d{1,2}\/\d{2}(?!\d)/g,
  /(?<!\d)[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?!\d)/g,
  // Decimals and grouped thousands.
  /(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?(?!\d)/g,
  /(?<![\d.,])\d+[.,]\d{1,2}(?![\d])/g,
  // The hash by which an app finds its own SMS: eleven characters at the very end.
  /(?<=\s)(?=\S{0,10}[a-z])(?=\S{0,10}[A-Z])[A-Za-z0-9+/]{11}\s{0,9}$/g,
];

/** Telephone numbers in groups have nine digits or more; fewer are a code in groups. */
const LEAST_PHONE_DIGITS = 9;

function isShortGroup(match: string): boolean {
  return (
    /^[\d\s().-]+$/.test(match) && match.replace(/\D/g, "").length < LEAST_PHONE_DIGITS && !/[.,]/.test(match)
  );
}

/** The text with links, addresses, telephone numbers, dates, times and amounts blanked out. */
export function blankNoise(text: string): string {
  return NOISE.reduce(
    (rest, pattern) =>
      rest.replace(pattern, (match) =>
        isShortGroup(match) && !/[/:]/.test(match) ? match : " ".repeat(match.length),
      ),
    text,
  );
}

const LINK =
  /(?:https?:\/\/)?(?<![a-z0-9-])(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,20}(?:\/[^\s?#]*)?(?:\?[^\s#]*)?(?:#\S*)?/giu;
const CODE_PARAMETER =
  /[?&#](?:code|otp|pin|c|confirmation_code|confirm|verification_code|vcode|passcode)=([A-Za-z0-9-]{4,12})(?![A-Za-z0-9])/i;
const LAST_SEGMENT = /\/(\d{4,8}|(?=[A-Z0-9-]*\d)[A-Z0-9]{3,6}-?[A-Z0-9]{2,6})\/?[.!]?$/;

/** Codes inside links: "?code=123456", or the last part of the path ("v.example.com/123456"). */
export function codesInLinks(text: string): string[] {
  return [...text.matchAll(LINK)].flatMap(([link]) => {
    const found = CODE_PARAMETER.exec(link)?.[1] ?? LAST_SEGMENT.exec(link.split(/[?#]/)[0] ?? "")?.[1];
    return found ? [found] : [];
  });
}
