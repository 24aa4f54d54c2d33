import { apiRoutes } from "@/lib/routes";

/** Copies the newest code of the running activations. False where there is none, or the browser does not allow it. */
export async function copyLastCode(): Promise<boolean> {
  try {
    const answer = await fetch(apiRoutes.activations());
    if (!answer.ok) return false;
    const { orders }: { orders: { code: string | null }[] } = await answer.json();
    const code = orders.find((order) => order.code)?.code;
    if (!code) return false;
    await navigator.clipboard.writeText(code);
    return true;
  } catch {
    return false;
  }
}
