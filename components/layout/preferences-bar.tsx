import { cookies } from "next/headers";
import { LanguageSwitch } from "./language-switch";
import { THEME_COOKIE, themeFrom } from "./theme";
import { ThemeSwitch } from "./theme-switch";

export async function PreferencesBar() {
  const theme = themeFrom((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <span className="flex items-center">
      <LanguageSwitch />
      <ThemeSwitch initial={theme} />
    </span>
  );
}
