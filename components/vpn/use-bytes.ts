import { useFormatter } from "next-intl";

const KILOBYTE = 1024;
const MEGABYTE = 1024 ** 2;
const GIGABYTE = 1024 ** 3;

/** Writes bytes (a whole number as text) as people read traffic: "50 GB", "12 MB", "300 kB". Nothing is "0 GB". */
export function useBytes(): (bytes: string) => string {
  const format = useFormatter();
  return (bytes) => {
    const amount = Number(bytes);
    if (amount === 0 || amount >= GIGABYTE) return format.number(amount / GIGABYTE, "gigabytes");
    if (amount >= MEGABYTE) return format.number(amount / MEGABYTE, "megabytes");
    return format.number(Math.ceil(amount / KILOBYTE), "kilobytes");
  };
}
