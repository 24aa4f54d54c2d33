/** Tells the person outside the page, where that is allowed and nobody looks at it. The code itself is not shown there. */
export function notifyArrival({ title, body, tag }: { title: string; body: string; tag: string }): void {
  if (!("Notification" in window) || Notification.permission !== "granted") return;
  if (document.visibilityState === "visible") return;
  try {
    const note = new Notification(title, { body, tag });
    note.onclick = () => {
      window.focus();
      note.close();
    };
  } catch {
    // On a phone only the page's worker may show one.
    void navigator.serviceWorker
      ?.getRegistration()
      .then((worker) => worker?.showNotification(title, { body, tag }));
  }
}
