/** Text without halves of surrogate pairs, which neither percent-encoding nor UTF-8 can carry. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\uFFFD");
