// Hostile posts to a public lead form of a running server: what each kind costs the server, and what somebody else who opens pages notices.
//   node tests/form-drill.mjs http://127.0.0.1:5000/f/abc123 [posts=1000] [at a time=16] [the server's process id]
// With the process id (on Linux, same machine) it reports the server's processor time per post. Start the server with RateLimits__FormPostsPerMinute and
// RateLimits__PostsPerFormAndMinute raised to see what stands behind the limits.
import { readFileSync } from 'node:fs';

const [form, posts = '1000', width = '16', pid] = process.argv.slice(2);
if (!form) throw new Error('Which form?');
const origin = new URL(form).origin;
const scripts = ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '{{7*7}}', "' or 1=1 --", 'javascript:alert(1)'];
const formulas = ['=HYPERLINK("http://a.example")', '+SUM(A1)', '@SUM(A1)', "-2+3+cmd|' /C calc'!A0", '＝1+1'];
const stampOf = (html) => html.match(/name="Stamp" value="([^"]+)"/)?.[1];
const page = async () => stampOf(await (await fetch(form)).text());
const stamps = await Promise.all(Array.from({ length: 40 }, page));
await new Promise((done) => setTimeout(done, 3500));

const honest = (i) => ({ 'Input.Company': `公司${i}`, 'Input.Person': '王工', 'Input.Phone': `139${String(i).padStart(8, '0')}`, 'Input.Agreed': 'true', website: '', Stamp: stamps[i % stamps.length] });
const kinds = {
  replay: (i) => honest(i), // 40 stamps: each is used once, every further use is a replay
  script: (i) => ({ ...honest(i), 'Input.Need': scripts[i % 5] }),
  formula: (i) => ({ ...honest(i), 'Input.Company': formulas[i % 5] + i }),
  trap: (i) => ({ ...honest(i), website: 'http://spam.example' }),
  rubbish: (i) => ({ ...honest(i), 'Input.Need': 'http://a.example http://b.example http://c.example' }),
  oversize: (i) => ({ ...honest(i), 'Input.Need': '长'.repeat(40_000) }),
  'too long': (i) => ({ ...honest(i), 'Input.Company': '长'.repeat(3000) }),
  forged: (i) => ({ ...honest(i), Stamp: 'x'.repeat(100) }),
};

const mixed = (i) => Object.values(kinds)[i % Object.keys(kinds).length](i);
const at = (list, share) => (list.sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0).toFixed(1);

/** Processor time of the server so far, in ms: the clock ticks a hundred times a second. */
function used() {
  if (!pid) return 0;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function look(until) {
  const times = [];
  do {
    const begun = performance.now();
    // A refused body closes its connection, which may be the one that was to be used next.
    const seen = await fetch(`${origin}/account/login`).then((answer) => answer.text(), () => null);
    if (seen !== null) times.push(performance.now() - begun);
    await new Promise((done) => setTimeout(done, 20));
  } while (!until() || times.length < 100);
  return times;
}

async function send(count, fields) {
  const answers = {};
  let next = 0;
  const begun = performance.now();
  await Promise.all(Array.from({ length: Number(width) }, async () => {
    for (let i = next++; i < count; i = next++) {
      const answer = await fetch(form, { method: 'POST', body: new URLSearchParams(fields(i)), redirect: 'manual' })
        .then(async (a) => { await a.arrayBuffer(); return a.status; }).catch(() => 'cut off');
      answers[answer] = (answers[answer] ?? 0) + 1;
    }
  }));
  return { answers, seconds: (performance.now() - begun) / 1000 };
}

let failed = false;
await send(200, mixed); // everything compiled and at hand
for (const [kind, fields] of Object.entries(kinds)) {
  const before = used();
  const { answers } = await send(Math.max(200, Number(posts) / 4), fields);
  const count = Object.values(answers).reduce((sum, n) => sum + n, 0);
  failed ||= Object.keys(answers).some((status) => Number(status) >= 500 && Number(status) !== 503);
  console.log(`${kind.padEnd(9)} ${pid ? ((used() - before) / count).toFixed(2).padStart(6) + ' ms of processor a post; ' : ''}answers`, answers);
}

const before = await look(() => true);
let done = false;
const watch = look(() => done);
const cpu = used();
const { answers, seconds } = await send(Number(posts), mixed);
done = true;
const during = await watch;
console.log(`${posts} posts, ${width} at a time, in ${seconds.toFixed(1)} s; answers`, answers, pid ? `${((used() - cpu) / Number(posts)).toFixed(2)} ms of processor a post, the other page's included` : '');
console.log(`another page: p50 ${at(before, 0.5)} ms, p95 ${at(before, 0.95)} ms before; p50 ${at(during, 0.5)} ms, p95 ${at(during, 0.95)} ms during (slowest ${at(during, 1)} ms)`);
process.exit(failed || Object.keys(answers).some((status) => Number(status) >= 500 && Number(status) !== 503) ? 1 : 0);
