/** Text without halves of surrogate pairs, which neither percent-encoding nor UTF-8 can carry. */
export const wellFormed = (text: string): string =>
  // Almost every text has no surrogates at all, which is found faster.
  /[\ud800-\udfff]/.test(text) ? text.replace(/\p{Surrogate}/gu, "\uFFFD") : text;
