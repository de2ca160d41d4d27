import { expect } from '@open-wc/testing';
import { dissect } from '../../../core/index.js';
import { english } from '../../../testing/shown-step.js';
import { all, go, one, own, press, stepPage, textOf } from '../../../testing/step-page.js';
import type { NnParamView } from '../nn-param-view.js';
import { contentOf, type Formula, type PhaseContent } from './content.js';
import { StepNames } from './names.js';
import { withoutBraces } from './notation.js';
import { roundedText, type StyledNumber } from './numbers.js';
import { phasesOf } from './phases.js';
import type { Table } from './tables.js';

const textsIn = (parent: Element): string[] => [...parent.children].map((child) => child.textContent!.trim());

/** The texts of each formula, line by line, and the colours of its numbers. */
function shownFormulas(view: NnParamView): unknown[] {
  return all(view, '.formula').map((formula) => [
    [...formula.querySelectorAll('.line')].map(textsIn), formula.querySelector('.terms')?.textContent,
    [...formula.querySelectorAll('.positive, .negative, .plain, .chip')].map(({ className }) => className),
  ]);
}

function expectedFormula({ cells, sign, result, isInline, note: noted, products }: Formula): unknown[] {
  const note = noted === undefined ? undefined : withoutBraces(noted);
  const numbers = cells.map(({ number }) => number ?? '');
  const styled = [...numbers, result].filter((each): each is StyledNumber => typeof each === 'object');
  const ending = isInline ? [sign ?? '=', note ? `${result!.text} ${note}` : result!.text] : [];
  return [
    [
      [...cells.map(({ symbol }) => symbol), ...ending.map(() => '')],
      [...numbers.map((number) => (typeof number === 'object' ? number.text : number)), ...ending],
      ...(result && !isInline ? [['', sign ?? '=', note ? `${result.text} ${note}` : result.text]] : []),
    ],
    products, styled.map(({ tone }) => (tone === 'parameter' ? 'chip' : tone)),
  ];
}

function expectedRows({ rows, columns }: Table): string[][] {
  const write = (value: number | undefined): string => (value === undefined ? '' : roundedText(value, english));
  return rows.map((name, k) =>
    [name, ...columns.map(({ values, before }) => (before ? `${write(before[k])} → ` : '') + write(values[k]))]);
}

describe('the panel of a phase', () => {
  const page = stepPage();

  for (const [hidden, order] of [['8', 'simultaneous'], ['6 4', 'in-place']] as const) {
    it(`shows exactly the numbers of its content, with hidden layers of ${hidden}, ${order}`, async () => {
      const { view, trainer: { trainer } } = await page.linked({ 'hidden-layers': hidden, 'update-order': order }, 60);
      const { network, network: { layers }, learningRate } = trainer;
      const dissection = dissect(network, trainer.peek(), learningRate, order);
      const step = { dissection, network, names: new StepNames(layers), strings: english };
      const check = (content: PhaseContent, what: string): void => {
        expect(shownFormulas(view), what).to.deep.equal(content.formulas.map(expectedFormula));
        expect(all(view, '.sentences').map(({ textContent }) => textContent))
          .to.deep.equal(content.sentences?.length ? [withoutBraces(content.sentences.join(' '))] : []);
        expect(all(view, 'tbody tr').map(textsIn)).to.deep.equal(content.table ? expectedRows(content.table) : []);
      };
      const phases = phasesOf(layers, order);
      for (const [k, phase] of phases.entries()) {
        await go(view, k);
        check(contentOf(step, phase), `phase ${k + 1}`);
      }
      for (const [k, phase] of phases.entries()) {
        const { table } = contentOf(step, phase);
        if (!table) continue;
        await go(view, k);
        const row = (table.row + 1) % table.rows.length;
        all(view, '.rows tbody input')[row].click();
        await view.updateComplete;
        check(contentOf({ ...step, row }, phase), `phase ${k + 1}, row ${row}`);
      }
    });
  }

  it('has one column of three at a time where it is narrow, and the listing folded', async () => {
    const heads = (of: NnParamView): string[] => all(of, 'thead th').slice(1)
      .filter(({ offsetWidth }) => offsetWidth > 0).map(({ textContent }) => textContent!.trim());
    const view = await page.mount(own, 320);
    await go(view, 7);
    expect(heads(view)).to.deep.equal(['w1.x']);
    await press(view, '.tabs:not(.notation) label:last-child input');
    expect([heads(view), textOf(view, '.symbol')]).to.deep.equal([['b1'], 'b1[3]']);
    expect(one(view, '.code ol').offsetHeight).to.equal(0);
    await press(view, '.fold');
    expect(one(view, '.code ol').offsetHeight).to.be.above(100);
    const wide = await page.mount();
    await go(wide, 7);
    expect(heads(wide)).to.deep.equal(['w1.x', 'w1.y', 'b1']);
  });

  it('lets the reader choose a column where there are more than fit side by side', async () => {
    const { view } = await page.linked({ 'hidden-layers': '6 4' }, 30);
    await go(view, 9);
    const select = one<HTMLSelectElement>(view, '.list select');
    expect([...select.options].map(({ value }) => value)).to.deep.equal([
      'w2[j][1]', 'w2[j][2]', 'w2[j][3]', 'w2[j][4]', 'w2[j][5]', 'w2[j][6]', 'b2',
    ]);
    select.value = 'w2[j][3]';
    select.dispatchEvent(new Event('change'));
    await view.updateComplete;
    expect(textsIn(one(view, 'thead tr')).slice(1)).to.deep.equal(['w2[j][3]', 'b2']);
    expect(textOf(view, '.symbol')).to.match(/^w2\[\d\]\[3\]$/);
  });

  it('scrolls to the example where its row is far down', async () => {
    const { view } = await page.linked({ 'hidden-layers': '64', 'seed': '12' }, 200);
    let scrolled = 0;
    for (const phase of [1, 2, 5, 6, 7]) {
      await go(view, phase);
      await new Promise(requestAnimationFrame);
      const box = one(view, '.rows').getBoundingClientRect();
      const row = one(view, 'tr.worked').getBoundingClientRect();
      expect(row.top, `phase ${phase + 1}`).to.be.at.least(box.top - 0.5);
      expect(row.bottom, `phase ${phase + 1}`).to.be.at.most(box.bottom + 0.5);
      scrolled += one(view, '.rows').scrollTop;
    }
    expect(scrolled).to.be.above(0);
  });

  it('writes every name in symbols where the reader wants it, in all microscopes', async () => {
    const view = await page.mount();
    const other = view.cloneNode() as NnParamView;
    view.parentElement!.append(other);
    await other.updateComplete;
    for (const each of [view, other]) await go(each, 7);
    const symbols = (of: NnParamView): string[] => all(of, '.symbol').map(({ textContent }) => textContent!);
    const choose = async (k: number): Promise<void> => {
      all(view, '.notation input')[k].click();
      await view.updateComplete;
      await other.updateComplete;
    };
    await choose(1);
    for (const each of [view, other]) {
      expect(symbols(each)).to.deep.equal(['w1,3,x', 'η', 'δ3', 'x']);
      expect(all(each, 'thead .math').map(({ textContent }) => textContent)).to.deep.equal(['w1,x', 'w1,y', 'b1']);
      expect(all(each, '.panel code')).to.deep.equal([]);
    }
    await choose(0);
    for (const each of [view, other]) expect(symbols(each)).to.deep.equal(['w1[3].x', 'learningRate', 'dZ[3]', 'x']);
  });

  it('has gaps between symbols, and narrow ones only where there is no room', async () => {
    for (const [width, phase] of [[720, 4], [720, 7], [720, 1], [320, 1], [320, 7]] as const) {
      const view = await page.mount(own, width);
      await go(view, phase);
      for (const formula of all(view, '.formula')) {
        const { classList } = formula;
        const overflows = (): boolean => formula.scrollWidth > formula.clientWidth;
        expect(overflows(), `phase ${phase} at ${width}`).to.equal(false);
        const [isTight, isApart] = [classList.contains('tight'), classList.contains('apart')];
        classList.remove('tight', 'apart');
        expect(overflows(), `phase ${phase} at ${width} has room`).to.equal(isTight || isApart);
      }
    }
  });

  it('has Back and Next in view on a narrow page while the diagram or the numbers are', async () => {
    const view = await page.mount(own, 320);
    const box = view.shadowRoot!.querySelector('.foot')!;
    expect(getComputedStyle(box).position).to.equal('sticky');
    view.scrollIntoView();
    const { top, bottom } = box.getBoundingClientRect();
    expect([top >= 0, bottom <= innerHeight + 0.5]).to.deep.equal([true, true]);
    scrollTo(0, 0);
  });
});
