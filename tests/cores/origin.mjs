import { createServer } from "node:http";

/** A web server whose only page is `bytes` of what the seed gives: node origin.mjs <host> <port> <bytes> <seed>. */
const [host, port, bytes, seed] = process.argv.slice(2);
const page = Buffer.alloc(Number(bytes));
let state = Number(seed);
for (let place = 0; place < page.length; place += 1) {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  page[place] = state >>> 24;
}
createServer((_request, response) => response.end(page)).listen(Number(port), host);
