import { useTranslations } from "next-intl";
import type { EditWords } from "./edit-form";

/** What every edit form of the catalogue says; `submit` and `done` are its own. */
export function useEditWords(submit: string, done: string): EditWords {
  const t = useTranslations("services.form");
  return {
    submit,
    done,
    storedNow: t("storedNow"),
    yes: t("yes"),
    no: t("no"),
    nothing: t("nothing"),
  };
}
