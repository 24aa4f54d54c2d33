import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { routes } from "@/lib/routes";

/** The one promise, and where it is written out. */
export function LandingPromise() {
  const t = useTranslations("landing.promise");
  return (
    <section
      aria-labelledby="promise-heading"
      className="flex flex-col items-start gap-4 border-accent border-s-2 ps-5 sm:ps-8"
    >
      <h2 id="promise-heading" className="max-w-[24ch] font-semibold text-3xl leading-tight tracking-tight">
        {t("title")}
      </h2>
      <p className="max-w-[60ch] text-ink-2 text-lg">{t("text")}</p>
      <LinkButton variant="secondary" prefetch={false} href={routes.refunds()}>
        {t("link")}
      </LinkButton>
    </section>
  );
}
