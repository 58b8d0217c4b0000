// A font that holds only the icons whose names appear in the sources as ti-name; a name that Tabler does not have stops the build.
import subset from 'subset-font';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';

const require = createRequire(import.meta.url);

export function iconFont(sources) {
  return {
    name: 'icon-font',
    setup(b) {
      b.onResolve({ filter: /^framework:icons$/ }, () => ({ path: 'icons', namespace: 'icons' }));
      b.onResolve({ filter: /^icons\.woff2$/ }, () => ({ path: 'icons.woff2', namespace: 'icons' }));
      b.onLoad({ filter: /icons$/, namespace: 'icons' }, async () => {
        const rules = (await used(sources)).map(([name, code]) => `.ti-${name}::before{content:"\\${code}"}`);
        const face = '@font-face{font-family:"tabler-icons";font-weight:400;font-display:block;src:url("icons.woff2") format("woff2")}';
        return { contents: [face, ...rules].join('\n'), loader: 'css', resolveDir: '.' };
      });
      b.onLoad({ filter: /icons\.woff2$/, namespace: 'icons' }, async () => {
        const font = await readFile(require.resolve('@tabler/icons-webfont/dist/fonts/tabler-icons.ttf'));
        const text = (await used(sources)).map(([, code]) => String.fromCodePoint(Number.parseInt(code, 16))).join('');
        return { contents: await subset(font, text, { targetFormat: 'woff2' }), loader: 'file' };
      });
    },
  };
}

async function used(sources) {
  const css = await readFile(require.resolve('@tabler/icons-webfont/dist/tabler-icons.min.css'), 'utf8');
  const codes = new Map([...css.matchAll(/\.ti-([a-z0-9-]+):before\{content:"\\([0-9a-f]+)"\}/g)].map((m) => [m[1], m[2]]));
  const names = new Map();
  for (const { path, text } of sources) {
    for (const [, name] of text.matchAll(/(?<![\w-])ti-([a-z0-9]+(?:-[a-z0-9]+)*)/g)) {
      names.set(name, path);
    }
  }
  const unknown = [...names].filter(([name]) => !codes.has(name));
  if (unknown.length > 0) {
    throw new Error(unknown.map(([name, path]) => `There is no icon ti-${name} (${path}).`).join('\n'));
  }
  return [...names.keys()].sort().map((name) => [name, codes.get(name)]);
}
