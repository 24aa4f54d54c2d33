/** The advisory lock numbers of the product, in one list so that no two uses collide. */
export const ADVISORY_LOCKS = {
  migrate: 7_281_001,
  seedDemo: 7_281_002,
} as const;
