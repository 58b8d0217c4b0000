// Builds wwwroot/dist: site.css, site.js, charts.js, board.js and a small icon font. Run by the project file when an input changed.
import { build } from 'esbuild';
import { rm } from 'node:fs/promises';
import { frameworkCss } from './build/framework.mjs';
import { iconFont } from './build/icons.mjs';
import { readSources } from './build/sources.mjs';

const sources = await readSources(['Pages', 'TagHelpers', 'Htmx', 'Hosting', 'Formats', 'Navigation', 'Assets/scripts']);
const out = 'wwwroot/dist';
await rm(out, { recursive: true, force: true });
await build({
  entryPoints: { site: 'Assets/scripts/site.js', charts: 'Assets/scripts/charts.js', board: 'Assets/scripts/board.js' },
  bundle: true, minify: true, format: 'esm', target: 'es2022', outdir: out, logLevel: 'warning', legalComments: 'none',
});
await build({
  entryPoints: { site: 'Assets/styles/site.css' },
  bundle: true, minify: true, target: ['chrome123', 'firefox120', 'safari17.5'], outdir: out, logLevel: 'warning', legalComments: 'none',
  assetNames: '[name]-[hash]', plugins: [frameworkCss(sources), iconFont(sources)],
});
