import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { type PageQuery, WAYS, type Way } from "./page-input";
import { PAGE_STYLE } from "./page-style";
import type { ChainSnapshot, ShownPayment } from "./state";

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const NOTES = {
  paid: "Paid. It waits in the mempool until the next block.",
  planned: "Planned. It is sent in 20 minutes of the shop's time.",
  mined: "New blocks were added.",
  replaced: "The waiting transaction was replaced.",
  refused: "Nothing was sent: check the address, the amount and how to pay.",
} as const;

/** Paths are relative, for the page also stands below another one's address. */
function payForm({ address, amount, asset }: PageQuery): Html {
  const ways = (Object.keys(WAYS) as Way[]).filter((way) =>
    (WAYS[way].assets as readonly string[]).includes(asset),
  );
  return html`<form method="post" action="chain/pay">
    <input type="hidden" name="asset" value="${asset}" />
    <div class="field">
      <label for="address">Pay to this address</label>
      <input id="address" name="address" class="id" required maxlength="100" autocomplete="off" spellcheck="false" value="${address}" />
    </div>
    <div class="field">
      <label for="amount">Amount in ${asset}</label>
      <input id="amount" name="amount" required inputmode="decimal" pattern="[0-9]+([.][0-9]+)?" autocomplete="off" value="${amount}" />
    </div>
    <fieldset>
      <legend>How to pay</legend>
      ${ways.map(
        (way) =>
          html`<label class="choice"><input type="radio" name="way" value="${way}" ${way === "exact" ? "checked" : ""} />${WAYS[way].label}</label>`,
      )}
    </fieldset>
    <button class="main">Send simulated ${asset}</button>
  </form>`;
}

function assetLinks(query: PageQuery): Html {
  const other = query.asset === "BTC" ? "USDT" : "BTC";
  const search = new URLSearchParams({ asset: other });
  return html`<p>Paying in <b>${query.asset === "BTC" ? "Bitcoin" : "USDT on Tron"}</b>.
    <a href="chain?${search.toString()}">Pay in ${other === "BTC" ? "Bitcoin" : "USDT on Tron"} instead</a></p>`;
}

function mineForm(chain: "bitcoin" | "tron", n: number, label: string, back: string): Html {
  return html`<form method="post" action="chain/mine">
    <input type="hidden" name="chain" value="${chain}" />
    <input type="hidden" name="n" value="${n}" />
    <input type="hidden" name="back" value="${back}" />
    <button>${label}</button>
  </form>`;
}

function replaceForm(txid: string, mode: string, label: string, back: string): Html {
  return html`<form method="post" action="chain/replace">
    <input type="hidden" name="txid" value="${txid}" />
    <input type="hidden" name="mode" value="${mode}" />
    <input type="hidden" name="back" value="${back}" />
    <button>${label}</button>
  </form>`;
}

function stateOf({ height, confirmations, isFinal }: ShownPayment): string {
  if (height === null) return "Waiting in the mempool";
  if (isFinal) return `Final in block ${height}`;
  return `In block ${height}, ${confirmations} ${confirmations === 1 ? "confirmation" : "confirmations"}`;
}

function paymentRow(payment: ShownPayment, back: string): Html {
  const mayChange = payment.asset === "BTC" && payment.height === null;
  return html`<li>
    <div class="facts"><span class="state">${stateOf(payment)}</span><span>${payment.what}: ${payment.amount} ${payment.asset}</span>${payment.rbf ? html`<span>Replaceable</span>` : ""}</div>
    <div class="id">to ${payment.address}</div>
    <div class="id">${payment.txid}</div>
    ${
      mayChange
        ? html`<div class="row">${replaceForm(payment.txid, "higher-fee", "Send again with a higher fee", back)}${replaceForm(payment.txid, "without-output", "Take it back to the payer", back)}</div>`
        : ""
    }
  </li>`;
}

function chainSection(query: PageQuery, state: ChainSnapshot, back: string): Html {
  const isBitcoin = query.asset === "BTC";
  const { height, waiting, payments } = isBitcoin ? state.bitcoin : state.tron;
  return html`<h2>${isBitcoin ? "The simulated Bitcoin chain" : "The simulated Tron chain"}</h2>
    <div class="facts"><span>Newest block: ${height}</span>${isBitcoin ? "" : html`<span>Final up to: ${state.tron.solid}</span>`}<span>Waiting: ${waiting}</span><span>Time: ${state.now.slice(0, 19).replace("T", " ")} UTC</span></div>
    <p>${state.autoMine ? "Blocks also come by themselves." : "Blocks come only when you add them."}</p>
    <div class="row">
      ${mineForm(isBitcoin ? "bitcoin" : "tron", 1, "Add a block", back)}
      ${isBitcoin ? mineForm("bitcoin", 6, "Add 6 blocks", back) : mineForm("tron", 20, "Add 20 blocks (makes it final)", back)}
    </div>
    <h2>Payments, newest first</h2>
    ${
      payments.length === 0
        ? html`<p>None yet.</p>`
        : html`<ul class="list">${payments.map((payment) => paymentRow(payment, back))}</ul>`
    }
    ${
      state.planned.length === 0
        ? ""
        : html`<h2>Planned</h2><ul class="list">${state.planned.map(
            (each) =>
              html`<li><div class="facts"><span class="state">At ${each.dueAt.slice(11, 19)} UTC</span><span>${each.amount} ${each.asset}</span></div><div class="id">to ${each.address}</div></li>`,
          )}</ul>`
    }`;
}

/** The wallet of a person in the demo: it pays with simulated coins and says so. */
export function chainPage(query: PageQuery, state: ChainSnapshot) {
  const { address, amount, asset } = query;
  const back = new URLSearchParams({
    asset,
    ...(address ? { address } : {}),
    ...(amount ? { amount } : {}),
  }).toString();
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" /><link rel="icon" href="data:," />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>Simulator: pay with simulated coins</title>
    <style>${PAGE_STYLE}</style>
  </head>
  <body>
    <main>
      <div class="banner" role="note"><p><b>This is a simulator.</b> No real coin moves here. It stands in for Bitcoin, Tron and the payer's wallet, so that a crypto invoice of the demo can be paid by hand.</p></div>
      <h1>Pay with simulated coins</h1>
      ${query.did ? html`<div class="note" role="status"><p>${NOTES[query.did]}</p></div>` : ""}
      ${assetLinks(query)}
      ${payForm(query)}
      ${chainSection(query, state, back)}
    </main>
  </body>
</html>`;
}
