export interface PageReads {
  /** Something was told: the page is read, once more after the read under way. */
  tell(): void;
  /** Time went by: the page is read unless it is being read. */
  tick(): void;
  /** The read under way is on the page. */
  ended(): void;
}

/** One read at a time: a read that is begun makes the router throw away the answer of the one before. */
export function pageReads(start: () => void): PageReads {
  let isReading = false;
  let isWanted = false;
  const begin = () => {
    isReading = true;
    isWanted = false;
    start();
  };
  return {
    tell() {
      if (isReading) isWanted = true;
      else begin();
    },
    tick() {
      if (!isReading) begin();
    },
    ended() {
      isReading = false;
      if (isWanted) begin();
    },
  };
}
