/** A plan's name in the reader's language, from its names in all of them; English where it has no other. */
export function planWord(params: Record<string, string>, locale: string): string {
  const own = locale === "fa" ? params.planFa : locale === "pt-BR" ? params.planPt : "";
  return own || (params.plan ?? "");
}
