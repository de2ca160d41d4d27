import { expect } from 'chai';
import { Announcer, type Speaker } from './announcer.js';

describe('Announcer', () => {
  let now: number;
  let due: { at: number; callback: () => void }[];
  let said: string[];
  let announcer: Announcer;

  beforeEach(() => {
    now = 60_000;
    due = [];
    said = [];
    announcer = new Announcer({ now: () => now, after: (ms, callback) => void due.push({ at: now + ms, callback }) });
  });

  const speaker = (name: string): Speaker => ({
    speak: () => void said.push(`${now}: ${name}`),
    hush: () => void said.push(`${now}: ${name} hushed`),
  });

  /** Lets time pass, and what is due happen when it is. */
  function pass(ms: number): void {
    const end = now + ms;
    for (;;) {
      due.sort((a, b) => a.at - b.at);
      if (due.length === 0 || due[0].at > end) break;
      const { at, callback } = due.shift()!;
      now = at;
      callback();
    }
    now = end;
  }

  it('lets what was operated speak, once its effect has come about', () => {
    announcer.operated(speaker('a'));
    expect(said).to.deep.equal([]);
    pass(10_000);
    expect(said).to.deep.equal(['61000: a']);
  });

  it('speaks at most once in 5 seconds, however often something is operated, and of the last state', () => {
    const a = speaker('a');
    for (let k = 0; k < 200; k++) {
      announcer.operated(a);
      pass(100);
    }
    expect(said).to.deep.equal([61000, 66000, 71000, 76000].map((at) => `${at}: a`));
    pass(10_000);
    expect(said.slice(4)).to.deep.equal(['81000: a']);
    pass(10_000);
    expect(said).to.have.length(5);
  });

  it('speaks of what was operated last, and lets nobody else’s words stand', () => {
    const [a, b] = [speaker('a'), speaker('b')];
    announcer.operated(a);
    pass(1500);
    announcer.operated(a);
    announcer.operated(b);
    pass(10_000);
    expect(said).to.deep.equal(['61000: a', '66000: a hushed', '66000: b']);
  });

  it('tells of a change by itself only if nothing else was operated since', () => {
    const [a, b] = [speaker('a'), speaker('b')];
    announcer.changed(a);
    pass(10_000);
    expect(said).to.deep.equal([]);
    announcer.operated(a);
    pass(10_000);
    announcer.changed(b);
    pass(10_000);
    announcer.changed(a);
    pass(10_000);
    expect(said).to.deep.equal(['71000: a', '91000: a']);
  });

  it('says nothing of what is gone', () => {
    const a = speaker('a');
    announcer.operated(a);
    announcer.forget(a);
    pass(10_000);
    expect(said).to.deep.equal([]);
    announcer.operated(a);
    pass(10_000);
    announcer.forget(a);
    announcer.changed(a);
    pass(10_000);
    expect(said).to.deep.equal(['71000: a', '80000: a hushed']);
  });
});
