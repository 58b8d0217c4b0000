// A thousand hostile posts to a public lead form of a running server, while somebody else opens pages.
//   node tests/form-drill.mjs http://127.0.0.1:5000/f/abc123 [posts=1000] [at a time=16]
// Start the server with RateLimits__FormPostsPerMinute and RateLimits__PostsPerFormAndMinute raised to see what stands behind the limits.
const [form, posts = '1000', width = '16'] = process.argv.slice(2);
if (!form) throw new Error('Which form?');
const origin = new URL(form).origin;
const scripts = ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '{{7*7}}', "' or 1=1 --", 'javascript:alert(1)'];
const formulas = ['=HYPERLINK("http://a.example")', '+SUM(A1)', '@SUM(A1)', "-2+3+cmd|' /C calc'!A0", '＝1+1'];
const stampOf = (html) => html.match(/name="Stamp" value="([^"]+)"/)?.[1];
const page = async () => stampOf(await (await fetch(form)).text());
const stamps = await Promise.all(Array.from({ length: 40 }, page));
await new Promise((done) => setTimeout(done, 3500));

const honest = (i) => ({ 'Input.Company': `公司${i}`, 'Input.Person': '王工', 'Input.Phone': `139${String(i).padStart(8, '0')}`, 'Input.Agreed': 'true', website: '' });
function fields(i) {
  const base = { ...honest(i), Stamp: stamps[i % stamps.length] };
  switch (i % 10) {
    case 0: return base; // 40 stamps: each is used once, every further use is a replay
    case 1: case 2: return { ...base, 'Input.Need': scripts[i % 5] };
    case 3: case 4: return { ...base, 'Input.Company': formulas[i % 5] + i };
    case 5: return { ...base, website: 'http://spam.example' };
    case 6: return { ...base, 'Input.Need': 'http://a.example http://b.example http://c.example' };
    case 7: return { ...base, 'Input.Need': '长'.repeat(40_000) };
    case 8: return { ...base, 'Input.Company': '长'.repeat(5000) };
    default: return { ...base, Stamp: 'x'.repeat(100) };
  }
}

const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]?.toFixed(1);
async function look(until) {
  const times = [];
  do {
    const begun = performance.now();
    // A refused body closes its connection, which may be the one that was to be used next.
    const seen = await fetch(`${origin}/account/login`).then((answer) => answer.text(), () => null);
    if (seen !== null) times.push(performance.now() - begun);
    await new Promise((done) => setTimeout(done, 20));
  } while (!until() || times.length < 50);
  return times;
}

const before = median(await look(() => true));
const answers = {};
let next = 0, done = false;
const watch = look(() => done);
const begun = performance.now();
await Promise.all(Array.from({ length: Number(width) }, async () => {
  for (let i = next++; i < Number(posts); i = next++) {
    const answer = await fetch(form, { method: 'POST', body: new URLSearchParams(fields(i)), redirect: 'manual' }).then((a) => a.status, () => 'cut off');
    answers[answer] = (answers[answer] ?? 0) + 1;
  }
}));
const seconds = (performance.now() - begun) / 1000;
done = true;
const during = await watch;
console.log(`${posts} posts in ${seconds.toFixed(1)} s; answers`, answers);
console.log(`another page: median ${before} ms before, ${median(during)} ms during (slowest ${during.at(-1).toFixed(0)} ms)`);
process.exit(Object.keys(answers).some((status) => Number(status) >= 500) ? 1 : 0);
