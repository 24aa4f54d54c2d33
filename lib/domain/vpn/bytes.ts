/** One GB of plans: 1024^3 bytes. */
const BYTES_PER_GB = 1_073_741_824n;

export const gigabytes = (count: number): bigint => BigInt(count) * BYTES_PER_GB;
