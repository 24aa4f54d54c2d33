import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { ownProjectExists } from "@/lib/loaders/existence";

interface LayoutProps {
  children: ReactNode;
  params: Promise<{ id: string }>;
}

/** Whether there is such a page is decided before its frame is sent: the answer's status says it. */
export default async function ProjectLayout({ children, params }: LayoutProps) {
  if (!(await ownProjectExists((await params).id))) notFound();
  return children;
}
