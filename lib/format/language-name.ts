/** A language in the reader's language, like "Portuguese (Brazil)"; what is no language stays as it is. */
export function languageName(code: string, locale: string): string {
  try {
    return (
      new Intl.DisplayNames([locale], { type: "language", languageDisplay: "standard" }).of(code) ?? code
    );
  } catch {
    return code;
  }
}
