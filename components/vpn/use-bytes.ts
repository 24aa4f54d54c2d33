import { useFormatter } from "next-intl";

const MEGABYTE = 1024 ** 2;
const GIGABYTE = 1024 ** 3;

/** Writes bytes (a whole number as text) as people read traffic: "50 GB", "12 MB". */
export function useBytes(): (bytes: string) => string {
  const format = useFormatter();
  return (bytes) => {
    const amount = Number(bytes);
    return amount === 0 || amount >= GIGABYTE
      ? format.number(amount / GIGABYTE, "gigabytes")
      : format.number(amount / MEGABYTE, "megabytes");
  };
}
