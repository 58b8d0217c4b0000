// Tabler's style sheet, without the rules that no page uses, and with its dark rules repeated for "follow the system".
import postcss from 'postcss';
import { PurgeCSS } from 'purgecss';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';

const require = createRequire(import.meta.url);

// Classes that are put together at run time, by us or by a script of the framework.
const always = [/^alert/, /^btn/, /^htmx-/, /^toast/, /^tooltip/, /^sortable/, /^was-validated/, /^is-/, /^text-bg-/];

export function frameworkCss(sources) {
  return {
    name: 'framework-css',
    setup(b) {
      b.onResolve({ filter: /^framework:tabler$/ }, (args) => ({ path: args.path, namespace: 'framework' }));
      b.onLoad({ filter: /.*/, namespace: 'framework' }, async () => {
        const css = await readFile(require.resolve('@tabler/core/dist/css/tabler.min.css'), 'utf8');
        const [purged] = await new PurgeCSS().purge({
          content: sources.map(({ text }) => ({ raw: text, extension: 'html' })),
          css: [{ raw: css.replace(/\/\*#.*?\*\//g, '') }],
          defaultExtractor: (text) => text.match(/[A-Za-z0-9_-]+/g) ?? [],
          safelist: { standard: always }, dynamicAttributes: ['data-bs-theme', 'type', 'role', 'disabled', 'open', 'dir'],
          keyframes: true, fontFace: true,
        });
        const themed = await postcss([followSystem]).process(purged.css, { from: undefined });
        return { contents: themed.css, loader: 'css' };
      });
    },
  };
}

const dark = /\[data-bs-theme="?dark"?\]/g;

const followSystem = {
  postcssPlugin: 'follow-system',
  Rule(rule, { AtRule }) {
    const selectors = rule.selectors.filter((selector) => selector.match(dark));
    if (selectors.length === 0 || rule.selector.includes('=auto]')) {
      return;
    }
    const twin = rule.clone({ selectors: selectors.map((selector) => selector.replace(dark, '[data-bs-theme=auto]')) });
    const media = new AtRule({ name: 'media', params: 'screen and (prefers-color-scheme: dark)' });
    media.append(twin);
    rule.after(media);
  },
};
