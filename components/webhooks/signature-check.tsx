import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";

const CODE = `import { Webhook } from "standardwebhooks";

// The body exactly as it came, before any JSON parsing.
const event = new Webhook(process.env.WEBHOOK_SECRET).verify(rawBody, request.headers);
if (alreadySeen(event.id)) return; // repeats of one event carry one id`;

/** How a receiver tells our messages from anybody's. */
export function SignatureCheck() {
  const t = useTranslations("webhookLog");
  return <CodeBlock label={t("checkCode")}>{CODE}</CodeBlock>;
}
