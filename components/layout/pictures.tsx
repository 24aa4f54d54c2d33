"use client";

import { createContext, type ReactNode, use, useState } from "react";

/** Addresses of uploaded pictures, by slug and by ISO code in lower case. */
export interface PictureAddresses {
  services: Readonly<Record<string, string>>;
  countries: Readonly<Record<string, string>>;
}

const PicturesContext = createContext<PictureAddresses>({ services: {}, countries: {} });

/** Every icon and flag below shows what an admin uploaded in the place of the product's own. */
export function PicturesProvider({ value, children }: { value: PictureAddresses; children: ReactNode }) {
  return <PicturesContext value={value}>{children}</PicturesContext>;
}

/**
 * The address of an uploaded picture, and what to do when it does not come (it was taken away since): null then, as where there is
 * none.
 */
export function useUploaded(kind: keyof PictureAddresses, key: string) {
  const address = use(PicturesContext)[kind][key] ?? null;
  const [lost, setLost] = useState<string | null>(null);
  return { address: address === lost ? null : address, onError: () => setLost(address) };
}
