import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";

const EXAMPLE = `curl -N https://your-shop.example/api/stream --cookie "$SESSION"

data: { "type": "order.code_received",
        "order": { "service": { "name": "WhatsApp" }, "code": "482913" } }`;

/** What a program sees when a code arrives. */
export function LandingApi() {
  const t = useTranslations("landing.api");
  return (
    <section
      aria-labelledby="api-heading"
      className="grid items-center gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
    >
      <div className="flex flex-col gap-2">
        <h2 id="api-heading" className="font-semibold text-2xl tracking-tight">
          {t("title")}
        </h2>
        <p className="max-w-prose text-ink-2">{t("text")}</p>
      </div>
      <CodeBlock label={t("example")}>{EXAMPLE}</CodeBlock>
    </section>
  );
}
