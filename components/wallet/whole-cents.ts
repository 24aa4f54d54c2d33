/** "153.039948" -> "153.03": what is finer than a cent is on the wallet's page. */
export const wholeCents = (decimal: string) => decimal.replace(/(\.\d\d)\d+$/, "$1");
