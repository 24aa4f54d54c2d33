import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";

const EXAMPLE = `curl -N https://your-shop.example/api/stream --cookie "$SESSION"
data: {"type":"order.code_received","order":{"service":{"name":"WhatsApp"},"code":"482913"}}`;

/** What a program sees when a code arrives. */
export function LandingApi() {
  const t = useTranslations("landing.api");
  return (
    <section aria-labelledby="api-heading" className="grid gap-6 md:grid-cols-2">
      <div className="flex flex-col gap-2">
        <h2 id="api-heading" className="font-semibold text-[28px] leading-9">
          {t("title")}
        </h2>
        <p className="text-ink-2">{t("text")}</p>
      </div>
      <CodeBlock>{EXAMPLE}</CodeBlock>
    </section>
  );
}
