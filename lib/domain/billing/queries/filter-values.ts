const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Midnight UTC of "2026-11-21"; null for what is no day. */
export function dayOf(text: string | undefined): Date | null {
  const day = text && DAY.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day && !Number.isNaN(day.getTime()) ? day : null;
}

export function nextDay(day: Date): Date {
  return new Date(day.getTime() + DAY_MS);
}
