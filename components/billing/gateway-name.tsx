import { useTranslations } from "next-intl";
import { IdText } from "./id-text";

const NAMED = ["STRIPE", "MERCADOPAGO", "CRYPTO", "INTERNAL", "SANDBOX"] as const;

/** What a gateway is called; its own word where it has no other. */
export function GatewayName({ gateway }: { gateway: string }) {
  const t = useTranslations("money.gateway");
  const known = NAMED.find((name) => name === gateway);
  return known ? t(known) : <IdText>{gateway}</IdText>;
}
