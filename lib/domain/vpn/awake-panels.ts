/** Panels that may be asked now: those that failed again and again rest until their time. */
export const isAwake = (now: Date) => ({ OR: [{ openUntil: null }, { openUntil: { lte: now } }] });
