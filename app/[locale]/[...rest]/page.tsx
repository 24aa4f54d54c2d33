import { notFound } from "next/navigation";

/** Whatever no page answers, in the visitor's language. */
export default function UnknownPage() {
  notFound();
}
