"use client";

import { formatPhone } from "@/lib/format/phone";

/** A number in the groups of its country. How countries group is much to carry, so this comes on its own. */
export default function GroupedPhone({ e164 }: { e164: string }) {
  return formatPhone(e164);
}
