/** Characters that no address of ours holds, and that the database refuses in a text: NUL and its like. */
const CONTROL = /\p{Cc}/u;

/** Whether an address' path (its query is not looked at) is text: "%E0%A4%A" is none, "/users/%00" neither. */
export function isReadablePath(address: string): boolean {
  try {
    return !CONTROL.test(decodeURIComponent(address.split(/[?#]/, 1)[0] ?? ""));
  } catch {
    return false;
  }
}
