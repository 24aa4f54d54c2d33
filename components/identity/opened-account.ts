const STORE = "patchbay.opened-account";

/** Keeps the address of an account that was just opened for the sign-in form of this tab; it is in no URL and no log. */
export function rememberOpenedAccount(email: string): void {
  try {
    sessionStorage.setItem(STORE, email);
  } catch {
    // Storage may be forbidden: then the form begins empty.
  }
}

/** The address of the account that was just opened in this tab, or nothing. */
export function openedAccount(): string {
  try {
    return sessionStorage.getItem(STORE) ?? "";
  } catch {
    return "";
  }
}
