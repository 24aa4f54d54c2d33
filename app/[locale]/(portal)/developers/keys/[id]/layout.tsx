import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { ownKeyExists } from "@/lib/loaders/existence";

interface LayoutProps {
  children: ReactNode;
  params: Promise<{ id: string }>;
}

/** Whether there is such a page is decided before its frame is sent: the answer's status says it. */
export default async function ApiKeyLayout({ children, params }: LayoutProps) {
  if (!(await ownKeyExists((await params).id))) notFound();
  return children;
}
