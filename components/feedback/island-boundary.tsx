"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { Component, type ReactNode } from "react";
import { IslandFailure } from "./island-failure";

type IslandError = Error & { digest?: string };

/** What Next itself throws to go elsewhere or to say "not found" is not ours to catch. */
function isForNext(error: IslandError): boolean {
  return error.digest?.startsWith("NEXT_") === true || unstable_isUnrecognizedActionError(error);
}

/** Catches what a part of a page throws and offers to read it again. */
export class IslandBoundary extends Component<{ children: ReactNode }, { error: IslandError | null }> {
  override state: { error: IslandError | null } = { error: null };

  static getDerivedStateFromError(error: IslandError) {
    if (isForNext(error)) throw error;
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <IslandFailure error={error} onRetry={() => this.setState({ error: null })} />;
  }
}
