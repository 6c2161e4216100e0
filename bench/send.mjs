/**
 * Measures `beback send`: the lists of 300 salespeople out of stores of growing size, to a server that takes everything.
 * The mails are counted at the server; the memory should hardly grow with the store.
 *
 * `node bench/send.mjs --sizes 13k,130k` (130,000 deals have some 100,000 customers); needs /usr/bin/time.
 */

import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { exportOf } from './make-export.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const BEBACK = join(HERE, '..', 'bin', 'beback.js');
const DAY = '2026-11-21';
const PEOPLE = 300;
// the driver the program takes: see src/store/engine/open-database.ts
const Database = createRequire(import.meta.url)(
  Number(process.versions.napi) >= 10 ? 'better-sqlite3' : 'better-sqlite3-node20',
);

const { values: flags } = parseArgs({ options: { sizes: { type: 'string', default: '13k,130k' } } });
mkdirSync(join(HERE, 'data'), { recursive: true });
const folder = mkdtempSync(join(HERE, 'data', 'send-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));

/** Says yes to everything; counts messages by recipient. */
function sink(counts) {
  return createServer({ noDelay: true }, (socket) => {
    let to = '';
    let rest = '';
    let inMessage = false;
    const line = (text) => {
      if (inMessage) {
        if (text !== '.') return;
        inMessage = false;
        counts.set(to, (counts.get(to) ?? 0) + 1);
        socket.write('250 taken\r\n');
      } else if (/^EHLO/i.test(text)) socket.write('250-sink\r\n250 PIPELINING\r\n');
      else if (/^DATA/i.test(text)) {
        inMessage = true;
        socket.write('354 go on\r\n');
      } else {
        to = /^RCPT TO:<(.*)>/i.exec(text)?.[1] ?? to;
        socket.write('250 yes\r\n');
      }
    };
    socket.on('error', () => {});
    socket.setEncoding('latin1').on('data', (chunk) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop();
      lines.forEach(line);
    });
    socket.write('220 sink\r\n');
  });
}

/** The made-up stores have a dozen salespeople each; here everybody's sales are shared out among 300. */
function shareOut(path) {
  const db = new Database(path);
  db.transaction(() => {
    const add = db.prepare('INSERT INTO salesperson (code, name, email) VALUES (?, ?, ?)');
    const ids = Array.from({ length: PEOPLE }, (_, i) =>
      Number(add.run(`b${i}`, `Bench Person ${i}`, `p${i}@lakeside.example`).lastInsertRowid),
    );
    db.prepare('DELETE FROM sale_salesperson WHERE position > 1').run();
    db.prepare('UPDATE sale_salesperson SET salesperson_id = ? + sale_id % ?').run(ids[0], PEOPLE);
  })();
  const customers = db.prepare('SELECT count(*) FROM customer').pluck().get();
  db.close();
  return customers;
}

function timed(args) {
  const memory = join(folder, 'memory');
  const started = process.hrtime.bigint();
  return new Promise((done) => {
    const child = spawn('/usr/bin/time', ['-f', '%M', '-o', memory, process.execPath, BEBACK, ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('close', (status) => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      done({ status, seconds, mib: Number(readFileSync(memory, 'utf8').trim().split('\n').at(-1)) / 1024 });
    });
  });
}

for (const size of flags.sizes.split(',')) {
  const db = join(folder, `${size}.db`);
  const counts = new Map();
  const server = sink(counts);
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  writeFileSync(
    join(folder, `${size}.toml`),
    `[mail]\nenabled = true\nfrom = "lists@lakeside.example"\nhost = "127.0.0.1"\nport = ${server.address().port}\n`,
  );
  spawnSync(process.execPath, [BEBACK, '--db', db, '--quiet', 'import', exportOf(size).whole]);
  const customers = shareOut(db);
  const first = await timed(['--db', db, '--on', DAY, '--quiet', 'send']);
  const again = await timed(['--db', db, '--on', DAY, '--quiet', 'send']);
  server.close();
  const twice = [...counts.values()].filter((count) => count !== 1).length;
  console.log(
    `${customers} customers: ${counts.size} mails (${twice} twice) in ${first.seconds.toFixed(1)} s, ${first.mib.toFixed(0)} MiB, exit ${first.status}; the run after it ${again.seconds.toFixed(1)} s`,
  );
}
