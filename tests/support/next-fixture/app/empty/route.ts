export const dynamic = "force-dynamic";

/** The least that Next can answer: what the bench compares with. */
export async function GET(): Promise<Response> {
  return new Response("ok");
}
