/** What panels call the account of a subscription: fits all of them (3-32 characters, a-z, 0-9, "_"). */
export const accountName = (subscriptionNumber: number): string => `sub_${subscriptionNumber}`;

/** The subscription of an account that a panel names; null for accounts that are not ours. */
export function subscriptionNumberOf(username: string): number | null {
  const match = /^sub_([1-9]\d{0,9})$/.exec(username);
  return match ? Number(match[1]) : null;
}
