export async function GET(): Promise<Response> {
  return Response.json({ answer: 42 }, { headers: { "set-cookie": "seen=1" } });
}
