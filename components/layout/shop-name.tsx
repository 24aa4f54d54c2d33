"use client";

import { createContext, type ReactNode, use } from "react";

const NameContext = createContext("");

/** Makes the shop's name known to the page. */
export function ShopNameProvider({ name, children }: { name: string; children: ReactNode }) {
  return <NameContext value={name}>{children}</NameContext>;
}

/** How the shop is called. */
export function ShopName() {
  return <bdi>{use(NameContext)}</bdi>;
}
