import { html } from "hono/html";
import type { UpstreamSnapshot } from "./control";

/** The simulator's own face: it says what it is. Steering is done from the back office. */
export function statePage(state: UpstreamSnapshot) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" /><link rel="icon" href="data:," />
    <meta name="viewport" content="width=device-width" />
    <title>SIMULATOR: SMS upstream</title>
  </head>
  <body>
    <h1>SIMULATOR: SMS upstream</h1>
    <p>This program stands in for a supplier of numbers. It speaks the SMS-Activate protocol; no number is real.</p>
    <p>Behaviour: <b>${state.behaviour}</b>. Live: ${state.live}. Balance: ${state.balance} USD. Time: ${state.now}</p>
    <table border="1" cellpadding="4">
      <tr><th>id</th><th>service</th><th>country</th><th>phone</th><th>status</th><th>texts</th></tr>
      ${state.activations.map(
        (activation) => html`<tr>
          <td>${activation.id}</td><td>${activation.service}</td><td>${activation.country}</td>
          <td>${activation.phone}</td><td>${activation.status}</td><td>${activation.messages.map((message) => message.text).join(" | ")}</td>
        </tr>`,
      )}
    </table>
  </body>
</html>`;
}
