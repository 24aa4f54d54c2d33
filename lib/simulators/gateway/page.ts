import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

type Fragment = HtmlEscapedString | Promise<HtmlEscapedString>;

const STYLE = `
:root{color-scheme:light dark;--ground:#f6f7f9;--sheet:#fff;--ink:#14181f;--soft:#4b5563;--line:#c9ced6;--act:#1d4ed8;--on-act:#fff;--warn:#7c2d12;--warn-ground:#ffedd5;--bad:#b42318}
@media (prefers-color-scheme:dark){:root{--ground:#0f1218;--sheet:#181c24;--ink:#f2f4f8;--soft:#b3bac6;--line:#3a4250;--act:#8ab4ff;--on-act:#0b1220;--warn:#ffedd5;--warn-ground:#5a2a0c;--bad:#ff9c92}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
.banner{background:var(--warn-ground);color:var(--warn);padding:12px 16px;text-align:center;font-weight:600}
main{max-inline-size:520px;margin:24px auto;padding-inline:16px}
.sheet{background:var(--sheet);border:1px solid var(--line);border-radius:12px;padding:20px;margin-block-end:16px}
h1{font-size:20px;line-height:1.3;margin:0 0 4px}
h2{font-size:16px;margin:0 0 8px}
.amount{font-size:32px;font-weight:700;line-height:1.2;margin:0}
.soft{color:var(--soft);margin:4px 0 0;overflow-wrap:anywhere}
.gap{margin-block-end:12px}
.bad{color:var(--bad);font-weight:600;margin:0 0 12px}
fieldset{border:0;padding:0;margin:0 0 16px}
legend{font-weight:600;padding:0;margin-block-end:8px}
label.row{display:flex;gap:12px;align-items:center;min-block-size:48px;padding:6px 12px;border:1px solid var(--line);border-radius:8px;margin-block-end:8px;cursor:pointer}
label.row:has(:checked){outline:2px solid var(--act);outline-offset:-1px}
label.row input{inline-size:20px;block-size:20px;flex:none;accent-color:var(--act);margin:0}
label.row span{display:block}
.small{font-size:14px;color:var(--soft)}
button,a.button{display:flex;inline-size:100%;min-block-size:48px;align-items:center;justify-content:center;text-align:center;padding:8px 16px;border-radius:8px;border:1px solid var(--line);background:transparent;color:var(--ink);font:inherit;font-weight:600;cursor:pointer;text-decoration:none;margin-block-end:8px}
button.main,a.main{background:var(--act);border-color:var(--act);color:var(--on-act)}
button:focus-visible,a:focus-visible,input:focus-visible,textarea:focus-visible{outline:3px solid var(--act);outline-offset:2px}
textarea{inline-size:100%;min-block-size:140px;padding:8px;border:1px solid var(--line);border-radius:8px;background:transparent;color:var(--ink);font:14px/1.4 ui-monospace,monospace;word-break:break-all}
img.qr{display:block;inline-size:min(240px,100%);block-size:auto;margin:0 auto 12px;background:#fff;border-radius:8px}
code,bdi{font-family:ui-monospace,monospace}
table{border-collapse:collapse;inline-size:100%;font-size:14px}
th,td{text-align:start;padding:6px 8px;border-block-end:1px solid var(--line);vertical-align:top}
.scroll{overflow-x:auto}
`;

/** A page of a simulated gateway: it says first of all that no money moves. `gateway` is the one it stands in for. */
export function simulatorPage(gateway: string, title: string, body: Fragment) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <link rel="icon" href="data:," />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>${title} · ${gateway} simulator</title>
    <style>${raw(STYLE)}</style>
  </head>
  <body>
    <div class="banner" role="note">This is a simulator of ${gateway}. No money moves, and no card is real.</div>
    <main>${body}</main>
  </body>
</html>`;
}

/** 2500, "usd" -> "25.00 USD". */
export function coins(minor: number, currency: string): string {
  return `${(minor / 100).toFixed(2)} ${currency.toUpperCase()}`;
}

/** A choice among test cards; a person can never type a real one. */
export function cardChoice(cards: readonly { number: string; label: string }[]) {
  return html`<fieldset>
    <legend>Test card</legend>
    ${cards.map(
      ({ number, label }, at) => html`<label class="row">
        <input type="radio" name="card" value="${number}" ${at === 0 ? raw("checked") : ""} />
        <span><bdi dir="ltr">${number.replace(/(\d{4})(?=\d)/g, "$1 ")}</bdi><span class="small">${label}</span></span>
      </label>`,
    )}
  </fieldset>`;
}
