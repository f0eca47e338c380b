// Sends one mail many times through nodemailer's pool and prints how many seconds it took; the first WARMUP are not counted.
// node pool.mjs PORT CONNECTIONS WARMUP COUNT < mail.json
import { createTransport } from 'nodemailer';
import { readFileSync } from 'node:fs';

const [port, connections, warmup, count] = process.argv.slice(2).map(Number);
const mail = JSON.parse(readFileSync(0, 'utf8'));
const pool = createTransport({ pool: true, host: '127.0.0.1', port, secure: false, ignoreTLS: true, maxConnections: connections, maxMessages: Infinity });

// As many in the making as keep the connections busy, and no more: a pool that holds all of them at once measures memory.
const send = async (total) => {
  let next = 0;
  await Promise.all(Array.from({ length: 4 * connections }, async () => {
    while (next++ < total) await pool.sendMail(mail);
  }));
};

await send(warmup);
const start = performance.now();
await send(count);
console.log((performance.now() - start) / 1000);
pool.close();
