"use client";

import { PageFailure, type PageFailureProps } from "@/components/feedback/page-failure";

export default function ErrorInFrame(props: PageFailureProps) {
  return <PageFailure {...props} />;
}
