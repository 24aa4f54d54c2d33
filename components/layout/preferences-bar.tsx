import { cookies } from "next/headers";
import { THEME_COOKIE } from "@/lib/http/choice-cookies";
import { PreferencesMenu } from "./preferences-menu";
import { themeFrom } from "./theme";

/** Language and looks, with what this device chose before. */
export async function PreferencesBar() {
  const theme = themeFrom((await cookies()).get(THEME_COOKIE)?.value);
  return <PreferencesMenu theme={theme} />;
}
