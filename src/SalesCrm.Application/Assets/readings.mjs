// Writes how each Chinese character is read, without tones: a line for each syllable, "chong 冲充虫重…".
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pinyin } from 'pinyin-pro';

const blocks = [[0x3400, 0x4dbf], [0x4e00, 0x9fff]];
// Grunts that nobody types to find a name.
const left = new Set(['m', 'n', 'ng', 'hm', 'hng', 'ê']);
// 略 is typed lve and lue.
const written = (syllable) => (/^[ln]ve$/.test(syllable) ? [syllable, syllable.replace('v', 'u')] : [syllable]);

const characters = new Map();
for (const [first, last] of blocks) {
  for (let code = first; code <= last; code++) {
    const character = String.fromCodePoint(code);
    const readings = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true });
    for (const syllable of new Set(readings.filter((reading) => /^[a-z]+$/.test(reading) && !left.has(reading)).flatMap(written))) {
      characters.set(syllable, (characters.get(syllable) ?? '') + character);
    }
  }
}

const output = process.argv[2];
mkdirSync(dirname(output), { recursive: true });
writeFileSync(output, [...characters].sort((one, other) => (one[0] < other[0] ? -1 : 1)).map(([syllable, all]) => `${syllable} ${all}\n`).join(''));
