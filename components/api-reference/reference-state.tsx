"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { SnippetLanguage } from "@/lib/format/request-snippets";

/** Sentences that the page's few moving parts need. */
export interface ReferenceWords {
  languages: string;
  copy: string;
  tryIt: string;
  key: string;
  keyHint: string;
  keyRefused: string;
  address: string;
  body: string;
  send: string;
  answer: string;
  unreachable: string;
}

interface ReferenceState {
  words: ReferenceWords;
  language: SnippetLanguage;
  setLanguage(language: SnippetLanguage): void;
  /** The reader's sandbox key: kept while the page is open, and nowhere else. */
  apiKey: string;
  setApiKey(key: string): void;
  /** The number rented last by trying, so that the next operation speaks of it. */
  lastId: string | null;
  setLastId(id: string): void;
}

const Reference = createContext<ReferenceState | null>(null);

export function useReference(): ReferenceState {
  const state = useContext(Reference);
  if (!state) throw new Error("the reference page has no state here");
  return state;
}

/** What the whole page shares: the language of its examples and the reader's key. */
export function ReferenceProvider({ words, children }: { words: ReferenceWords; children: ReactNode }) {
  const [language, setLanguage] = useState<SnippetLanguage>("curl");
  const [apiKey, setApiKey] = useState("");
  const [lastId, setLastId] = useState<string | null>(null);
  const value = useMemo(
    () => ({ words, language, setLanguage, apiKey, setApiKey, lastId, setLastId }),
    [words, language, apiKey, lastId],
  );
  return (
    <Reference value={value}>
      <div data-code={language} className="group/code">
        {children}
      </div>
    </Reference>
  );
}
