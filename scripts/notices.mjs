/** What the licences of this package and of those in its single files ask to be said. */
import { readFileSync } from 'node:fs';

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const { name, version, license } = JSON.parse(read('package.json'));
const [, copyright] = /^(Copyright .*)$/m.exec(read('LICENSE'));

/** Lit's packages, whose code is in the single files; one licence serves all. */
const lit = ['lit', 'lit-element', 'lit-html', '@lit/reactive-element'].map((each) => {
  const { version: of } = JSON.parse(read(`node_modules/${each}/package.json`));
  return { title: `${each} ${of}`, text: read(`node_modules/${each}/LICENSE`).trim() };
});
const licences = [...new Set(lit.map(({ text }) => text))];

/** The licences of other people's code in the package, each once, with whose it is. */
export const thirdParties = licences.map((text) => {
  const of = lit.filter((each) => each.text === text).map(({ title }) => title);
  return `${of.join(', ')}\n\n${text}\n`;
}).join('\n\n');

/** Returns a comment that minifiers keep. */
const kept = (text) => `/*!\n${text.replace(/^(?=.)/gm, ' * ').replace(/^$/gm, ' *')}\n */`;

/** The first comment of each single file. */
export const banner = `/*! ${name} ${version} | ${license} license | ${copyright} */`;

/** The last one of those that include Lit. */
export const footer = kept(`This file includes ${thirdParties.trim()}`);
