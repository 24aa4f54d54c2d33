import { notFound } from "next/navigation";

/** An address of the back office that no page answers: its menu stays. */
export default function UnknownDeskPage() {
  notFound();
}
