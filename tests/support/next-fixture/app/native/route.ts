/** Passes on what fetch() returned, untouched. */
export async function GET(request: Request): Promise<Response> {
  const target = new URL(request.url).searchParams.get("target") ?? "";
  return fetch(target);
}
