/** Living projects of one person. */
export const MAX_PROJECTS = 100;
