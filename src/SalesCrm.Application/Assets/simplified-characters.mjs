// Writes the table "traditional or variant character -> simplified character" that search keys use.
// Format: pairs of unsigned LEB128 numbers, ascending: distance to the previous source code point, then the zigzag of
// (target - source).
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import toSimplified from 'opencc-js/dict/TSCharacters';
import hongKongVariants from 'opencc-js/dict/HKVariantsRev';
import taiwanVariants from 'opencc-js/dict/TWVariantsRev';

const pairs = (dictionary) => dictionary.split('|').map((entry) => entry.split(' ', 2));
const oneToOne = (dictionary) => new Map(pairs(dictionary).filter((pair) => pair.every((word) => [...word].length === 1)));

// Characters that simplified writing keeps in some words only. A search key does not know the word, so both writings fold.
const alsoFolded = '藉借 瞭了 甯宁 妳你 徴征 髙高 馀余 锺钟 鎔熔 镕熔'.split(' ').map((pair) => [...pair]);
// 么 is an everyday simplified character; its Taiwan reading as a variant of 幺 would only confuse.
const left = new Set(['么']);

const variants = new Map([...oneToOne(hongKongVariants), ...oneToOne(taiwanVariants)]);
const simplified = new Map([...oneToOne(toSimplified), ...alsoFolded]);
const step = (character) => {
  const standard = variants.get(character) ?? character;
  return simplified.get(standard) ?? simplified.get(character) ?? standard;
};

const table = new Map();
for (const source of new Set([...variants.keys(), ...simplified.keys()])) {
  let target = source;
  for (let seen = new Set(); !left.has(target) && !seen.has(target); ) {
    seen.add(target);
    target = step(target);
  }
  if (target !== source) {
    table.set(source.codePointAt(0), target.codePointAt(0));
  }
}
for (const [source, target] of table) {
  if (table.has(target)) {
    throw new Error(`${String.fromCodePoint(source)} does not end at a fixed character`);
  }
}

const bytes = [];
const write = (number) => {
  for (; number > 0x7f; number >>>= 7) {
    bytes.push((number & 0x7f) | 0x80);
  }
  bytes.push(number);
};
let previous = 0;
for (const [source, target] of [...table].sort((left, right) => left[0] - right[0])) {
  write(source - previous);
  write(target >= source ? (target - source) * 2 : (source - target) * 2 - 1);
  previous = source;
}

const output = process.argv[2];
mkdirSync(dirname(output), { recursive: true });
writeFileSync(output, Buffer.from(bytes));
