import { useTranslations } from "next-intl";

/** What a job is called in the reader's language: "Seal the audit log" for seal-audit; its own name where it has no other. */
export function useJobName(): (name: string) => string {
  const t = useTranslations("jobs.names");
  return (name) => {
    const key = name as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : name;
  };
}
