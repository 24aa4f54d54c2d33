/** Platforms a person chooses between on the page of a subscription. */
export const PLATFORMS = ["android", "ios", "windows", "macos", "linux", "tv"] as const;
export type Platform = (typeof PLATFORMS)[number];

export interface ClientApp {
  id: string;
  name: string;
  platforms: readonly Platform[];
  /** Where it is installed from. */
  install: Partial<Record<Platform, string>>;
  /** Opens the app with the subscription. */
  deepLink: (subscriptionUrl: string, name: string) => string;
  /** Where the form of its link was looked up. */
  evidence: string;
}

const E = encodeURIComponent;

/** Apps, best first per platform. The forms of the links are data with a test per line. */
export const CLIENT_APPS: readonly ClientApp[] = [
  {
    id: "hiddify",
    name: "Hiddify",
    platforms: ["android", "ios", "windows", "macos", "linux", "tv"],
    install: {
      android: "https://play.google.com/store/apps/details?id=app.hiddify.com",
      ios: "https://apps.apple.com/app/hiddify-proxy-vpn/id6596777532",
      windows: "https://github.com/hiddify/hiddify-app/releases/latest",
      macos: "https://github.com/hiddify/hiddify-app/releases/latest",
      linux: "https://github.com/hiddify/hiddify-app/releases/latest",
      tv: "https://github.com/hiddify/hiddify-app/releases/latest",
    },
    deepLink: (url, name) => `hiddify://import/${url}#${E(name)}`,
    evidence: "Hiddify wiki, URL Scheme; the install-* forms are deprecated",
  },
  {
    id: "v2rayng",
    name: "v2rayNG",
    platforms: ["android", "tv"],
    install: {
      android: "https://play.google.com/store/apps/details?id=com.v2ray.ang",
      tv: "https://github.com/2dust/v2rayNG/releases/latest",
    },
    deepLink: (url, name) => `v2rayng://install-sub?url=${E(url)}#${E(name)}`,
    evidence:
      "v2rayNG UrlSchemeActivity.kt: host install-sub, the address in `url`, the name in the fragment",
  },
  {
    id: "streisand",
    name: "Streisand",
    platforms: ["ios", "macos"],
    install: {
      ios: "https://apps.apple.com/app/streisand/id6450534064",
      macos: "https://apps.apple.com/app/streisand/id6450534064",
    },
    deepLink: (url) => `streisand://import/${url}`,
    evidence: "Remnawave's subscription page configuration",
  },
  {
    id: "happ",
    name: "Happ",
    platforms: ["ios", "android", "windows", "macos", "tv"],
    install: {
      ios: "https://apps.apple.com/app/happ-proxy-utility/id6504287215",
      android: "https://play.google.com/store/apps/details?id=com.happproxy",
      windows: "https://github.com/Happ-proxy/happ-desktop/releases/latest",
      macos: "https://apps.apple.com/app/happ-proxy-utility/id6504287215",
      tv: "https://play.google.com/store/apps/details?id=com.happproxy",
    },
    deepLink: (url) => `happ://add/${url}`,
    evidence: "Remnawave's subscription page configuration",
  },
  {
    id: "sing-box",
    name: "sing-box",
    platforms: ["android", "ios", "macos", "tv"],
    install: {
      android: "https://github.com/SagerNet/sing-box/releases/latest",
      ios: "https://apps.apple.com/app/sing-box-vt/id6673731168",
      macos: "https://apps.apple.com/app/sing-box-vt/id6673731168",
      tv: "https://apps.apple.com/app/sing-box-vt/id6673731168",
    },
    deepLink: (url, name) => `sing-box://import-remote-profile?url=${E(url)}#${E(name)}`,
    evidence: "sing-box documents, graphical clients",
  },
  {
    id: "clash-verge",
    name: "Clash Verge",
    platforms: ["windows", "macos", "linux"],
    install: {
      windows: "https://github.com/clash-verge-rev/clash-verge-rev/releases/latest",
      macos: "https://github.com/clash-verge-rev/clash-verge-rev/releases/latest",
      linux: "https://github.com/clash-verge-rev/clash-verge-rev/releases/latest",
    },
    deepLink: (url) => `clash://install-config?url=${E(url)}`,
    evidence: "Clash Verge documents",
  },
  {
    id: "clash-meta-android",
    name: "Clash Meta for Android",
    platforms: ["android"],
    install: { android: "https://github.com/MetaCubeX/ClashMetaForAndroid/releases/latest" },
    deepLink: (url, name) => `clashmeta://install-config?url=${E(url)}&name=${E(name)}`,
    evidence: "its README",
  },
  {
    id: "shadowrocket",
    name: "Shadowrocket",
    platforms: ["ios"],
    install: { ios: "https://apps.apple.com/app/shadowrocket/id932747118" },
    deepLink: (url, name) => `shadowrocket://add/${url}#${E(name)}`,
    evidence: "Remnawave's subscription page configuration",
  },
  {
    id: "stash",
    name: "Stash",
    platforms: ["ios", "macos"],
    install: {
      ios: "https://apps.apple.com/app/stash-rule-based-proxy/id1596063349",
      macos: "https://apps.apple.com/app/stash-rule-based-proxy/id1596063349",
    },
    deepLink: (url) => `stash://install-config?url=${E(url)}`,
    evidence: "Remnawave's subscription page configuration",
  },
];
