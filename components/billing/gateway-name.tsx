import { useTranslations } from "next-intl";
import { IdText } from "./id-text";

/** What a gateway is called; its own word where it has no other. */
export function GatewayName({ gateway }: { gateway: string }) {
  const t = useTranslations("money.gateway");
  if (gateway === "STRIPE" || gateway === "MERCADOPAGO" || gateway === "CRYPTO") return t(gateway);
  return <IdText>{gateway}</IdText>;
}
