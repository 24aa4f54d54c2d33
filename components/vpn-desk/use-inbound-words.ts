import { useTranslations } from "next-intl";
import { fingerprintSchema, methodSchema } from "@/lib/domain/vpn-links/schema";

const NAMES = [
  "protocol",
  "tag",
  "port",
  "transport",
  "path",
  "host",
  "serviceName",
  "security",
  "serverName",
  "fingerprint",
  "alpn",
  "publicKey",
  "shortId",
  "flow",
  "noFlow",
  "method",
  "serverKey",
  "network",
  "dns",
  "mtu",
  "keepaliveSeconds",
  "mode",
  "authority",
  "encryption",
  "encryptionHint",
  "earlyDataBytes",
  "earlyDataBytesHint",
  "spiderPath",
  "extra",
  "extraHint",
  "error",
  "tagError",
  "portError",
  "pathError",
  "hostError",
  "serverNameError",
  "publicKeyError",
  "shortIdError",
  "spiderPathError",
  "networkError",
  "dnsError",
  "mtuError",
  "preview",
] as const;
const PROBLEMS = [
  "host_is_not_one",
  "unencrypted_to_public",
  "flow_needs_tcp_and_tls",
  "reality_key_is_not_32_bytes",
  "reality_needs_tcp_grpc_or_xhttp",
  "reality_only_for_vless_and_trojan",
  "grpc_needs_tls",
  "alpn_does_not_fit",
  "key_is_not_32_bytes",
  "shadowsocks_key_has_wrong_length",
  "download_settings_with_stream_one",
  "address_without_mask",
] as const;

/** What the fields of an inbound say, for scripts that do not know this namespace. */
export function useInboundWords() {
  const t = useTranslations("vpnDesk");
  return {
    words: {
      ...Object.fromEntries(NAMES.map((name) => [name, t(`inbound.${name}`)])),
      noLink: t("servers.noLink"),
    },
    problems: Object.fromEntries(PROBLEMS.map((code) => [code, t(`problem.${code}`)])),
    methods: methodSchema.options,
    fingerprints: fingerprintSchema.options,
  };
}
