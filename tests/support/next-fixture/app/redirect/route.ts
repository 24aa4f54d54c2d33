export async function GET(): Promise<Response> {
  return Response.redirect("http://localhost/elsewhere", 307);
}
