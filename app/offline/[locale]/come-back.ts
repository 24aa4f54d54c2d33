/**
 * The kept page is one for all: it takes the theme that was chosen from the cookie (lib/http/choice-cookies.ts). It asks by
 * itself whether the shop answers again: at once when the browser says that the line is back or the page is seen again, else
 * after two seconds, and longer each time, up to half a minute. Then it opens what was asked for.
 */
export const COME_BACK = `(()=>{
const theme=/(?:^|; )theme=(light|dark)/.exec(document.cookie);if(theme)document.documentElement.style.colorScheme=theme[1];
const first=2000,last=30000;let wait=first,timer=0,asking=false;
function later(){asking=false;timer=setTimeout(ask,wait);wait=Math.min(wait*2,last)}
function ask(){if(asking)return;asking=true;clearTimeout(timer);
fetch("/api/health/ready",{cache:"no-store",signal:AbortSignal.timeout(10000)}).then(answer=>answer.ok?location.reload():later(),later)}
function now(){wait=first;ask()}
addEventListener("online",now);
document.addEventListener("visibilitychange",()=>{if(document.visibilityState==="visible")now()});
later()})()`;
