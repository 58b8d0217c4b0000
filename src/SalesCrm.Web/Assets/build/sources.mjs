// The text of everything that may name a class or an icon.
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const kinds = new Set(['.cshtml', '.cs', '.js']);

export async function readSources(folders) {
  const sources = [];
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries.filter((e) => e.isFile() && kinds.has(extname(e.name)))) {
      const path = join(entry.parentPath, entry.name);
      sources.push({ path, text: await readFile(path, 'utf8') });
    }
  }
  return sources;
}
