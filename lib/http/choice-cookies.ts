/** Cookies in which a device keeps how it wants the pages. Scripts write them and the server reads them; none is secret. */
export const THEME_COOKIE = "theme";

/** The browser's own time zone, an IANA name. */
export const TIME_ZONE_COOKIE = "time-zone";
