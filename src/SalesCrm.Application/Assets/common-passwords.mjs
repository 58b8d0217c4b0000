// Writes the passwords that people choose most, one per line, in lower case, from the list of the zxcvbn project.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const source = new URL('./node_modules/@zxcvbn-ts/language-common/src/passwords.json', import.meta.url);
const words = JSON.parse(readFileSync(source, 'utf8')).map((word) => word.toLowerCase());
const file = process.argv[2];
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, [...new Set(words)].sort().join('\n'));
