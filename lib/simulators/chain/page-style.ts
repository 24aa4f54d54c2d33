import { raw } from "hono/html";

/** The page's own dress: it carries no script and no file of the product. */
export const PAGE_STYLE = raw(`
  :root { color-scheme: light dark; --line: #8886; --soft: #8881; --accent: light-dark(#1d4fd8, #9db8ff); --on: light-dark(#fff, #0b1020); }
  * { box-sizing: border-box; }
  body { margin: 0 auto; max-inline-size: 64rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; }
  .banner { border: 2px solid light-dark(#8a5a00, #ffcf70); border-radius: .5rem; padding: .75rem 1rem; background: light-dark(#fff6e0, #2c220b); }
  .banner p, .note p { margin: 0; }
  .note { border-inline-start: .25rem solid var(--accent); padding: .5rem 1rem; margin-block: 1rem; background: var(--soft); }
  h1 { font-size: 1.5rem; line-height: 1.2; margin-block: 1.25rem .5rem; }
  h2 { font-size: 1.125rem; margin-block: 2rem .5rem; }
  form { display: grid; gap: .75rem; }
  fieldset { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem 1rem; margin: 0; }
  .row { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; }
  .field { display: grid; gap: .25rem; flex: 1 1 12rem; }
  .choice { display: flex; gap: .625rem; align-items: center; min-block-size: 2.75rem; }
  .choice input { inline-size: 1.25rem; block-size: 1.25rem; accent-color: var(--accent); flex: none; }
  input, select, button { font: inherit; min-block-size: 2.75rem; border-radius: .375rem; border: 1px solid light-dark(#767676, #8f8f8f); padding: .5rem .75rem; inline-size: 100%; }
  .choice input { min-block-size: 0; padding: 0; }
  button { inline-size: auto; cursor: pointer; background: transparent; color: inherit; }
  button.main { background: var(--accent); border-color: var(--accent); color: var(--on); font-weight: 600; justify-self: start; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  .list { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; }
  .list li { border: 1px solid var(--line); border-radius: .5rem; padding: .625rem .875rem; display: grid; gap: .375rem; }
  .list form { display: flex; flex-wrap: wrap; }
  .id { font-family: ui-monospace, monospace; font-size: .8125rem; overflow-wrap: anywhere; }
  .facts { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
  .state { font-weight: 600; }
`);
