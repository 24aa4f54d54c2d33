/** Where a subscription's page has what can be done with it. */
export const MANAGE_ID = "manage";
