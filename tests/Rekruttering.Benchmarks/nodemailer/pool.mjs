// Sends one mail many times, each with a link of its own as ours have, through nodemailer's pool and prints how many seconds it took; the first WARMUP are not counted.
// node pool.mjs PORT CONNECTIONS WARMUP COUNT < mail.json
import { createTransport } from 'nodemailer';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [port, connections, warmup, count] = process.argv.slice(2).map(Number);
const { link, ...mail } = JSON.parse(readFileSync(0, 'utf8'));
const personal = () => {
  const own = randomBytes(32).toString('base64url');
  const put = (text) => text.replaceAll(link, own);
  const headers = Object.fromEntries(Object.entries(mail.headers).map(([name, value]) => [name, put(value)]));
  return { ...mail, text: put(mail.text), html: put(mail.html), headers };
};
const pool = createTransport({ pool: true, host: '127.0.0.1', port, secure: false, ignoreTLS: true, maxConnections: connections, maxMessages: Infinity });

// As many in the making as keep the connections busy, and no more: a pool that holds all of them at once measures memory.
const send = async (total) => {
  let next = 0;
  await Promise.all(Array.from({ length: 4 * connections }, async () => {
    while (next++ < total) await pool.sendMail(personal());
  }));
};

await send(warmup);
const start = performance.now();
await send(count);
console.log((performance.now() - start) / 1000);
pool.close();
