import { cookies } from "next/headers";
import { PreferencesMenu } from "./preferences-menu";
import { THEME_COOKIE, themeFrom } from "./theme";

/** Language and looks, with what this device chose before. */
export async function PreferencesBar() {
  const theme = themeFrom((await cookies()).get(THEME_COOKIE)?.value);
  return <PreferencesMenu theme={theme} />;
}
