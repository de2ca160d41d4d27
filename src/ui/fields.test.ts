import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { render, type TemplateResult } from 'lit';
import { StringsController } from '../page/strings-controller.js';
import '../strings/de.js';
import '../strings/es.js';
import '../strings/fr.js';
import { defineHost, Host } from '../testing/host.js';
import { buttonStyles, icons } from './buttons.js';
import {
  actionButton, checkboxes, choiceField, fieldStyles, numberField, numberSlider, powerOfTenSlider, sliderField,
  textField, withNumberAt,
} from './fields.js';
import { sliderStyles } from './slider.js';

class FieldHost extends Host {
  readonly strings = new StringsController(this);
}
defineHost(FieldHost);

/** Renders a field in a shadow root, and again at each call of `again`. */
async function put(field: (strings: StringsController) => TemplateResult, lang = 'en') {
  const holder = await fixture<HTMLElement>(html`<div lang=${lang} style="inline-size: 300px; font-size: 13px"></div>`);
  const host = new FieldHost();
  holder.append(host);
  const root = holder.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [buttonStyles, sliderStyles, fieldStyles].map(({ styleSheet }) => styleSheet!);
  const again = (): void => void render(field(host.strings), root);
  again();
  const find = <T extends Element = HTMLInputElement>(selector: string): T => root.querySelector<T>(selector)!;
  return { holder, host, root, again, find };
}

/** Types over what is there, as the reader would. */
async function type(field: HTMLInputElement, text: string): Promise<void> {
  field.focus();
  field.select();
  await sendKeys({ type: text });
}

/** Returns what a field is described by. */
const describing = (field: HTMLInputElement): string | null =>
  (field.getRootNode() as ShadowRoot).getElementById(field.getAttribute('aria-describedby')!)!.textContent;

/** Sets what is in a field and says that the reader is done with it. */
function change(field: HTMLInputElement | HTMLSelectElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The number in an English field. */
const numberIn = ({ value }: HTMLInputElement): number => Number(value.replace('\u2212', '-'));

/** A number field whose host uses each value, and the values. */
async function numberFieldOf(
  more: { readonly value?: number; readonly step?: number; readonly min?: number } = {}, lang = 'en',
) {
  const values: number[] = [];
  const options = { name: 'w', min: -10, max: 10, step: 0.01, value: 1, ...more };
  const page = await put((strings) => numberField({
    ...options, value: values.at(-1) ?? options.value, strings,
    onInput: (value) => {
      values.push(value);
      queueMicrotask(() => page.again()); // as an element does
    },
  }), lang);
  const field = page.find('input');
  /** Presses keys, and checks that the field shows what they lead to. */
  const press = async (...keys: string[]): Promise<void> => {
    field.focus();
    for (const key of keys) {
      await sendKeys({ press: key });
      page.again();
      expect([numberIn(field), field.validity.valid]).to.deep.equal([values.at(-1), true]);
    }
  };
  return { ...page, values, field, press };
}

describe('numberField', () => {
  it('is accessible, 28 px high and as wide as its place', async () => {
    const { holder, field } = await numberFieldOf();
    await expect(holder).to.be.accessible();
    expect(field.getBoundingClientRect()).to.include({ width: 300, height: 28 });
    expect([field.role, field.ariaValueMin, field.ariaValueMax, field.ariaValueNow, field.ariaLabel])
      .to.deep.equal(['spinbutton', '-10', '10', '1', 'w']);
  });

  for (const [lang, typed, value, shown] of [
    ['de', '0,5', 0.5, '0,5'], ['de', '-1.25', -1.25, '\u22121,25'], ['fr', '0,125', 0.125, '0,125'],
    ['es', '2,5', 2.5, '2,5'], ['ja', '０．５', 0.5, '0.5'], ['pl', '0,5', 0.5, '0.5'], ['ar-EG', '٠٫٥', 0.5, '0.5'],
    ['en', '0,5', 0.5, '0.5'], ['zh-Hans', '-.5', -0.5, '\u22120.5'],
  ] as const) {
    it(`reads ${typed} in a page with lang="${lang}" as ${value}, and writes it as the words around it`, async () => {
      const { field, values } = await numberFieldOf({}, lang);
      await type(field, typed);
      expect(values.at(-1)).to.equal(value);
      expect(field.value, 'as typed').to.equal(typed);
      field.blur();
      expect([field.value, field.validity.valid]).to.deep.equal([shown, true]);
    });
  }

  it('reports each number while it is typed, and nothing that is not one yet', async () => {
    const { field, values } = await numberFieldOf();
    await type(field, '-2.5');
    expect([[...new Set(values)], field.value]).to.deep.equal([[-2, -2.5], '-2.5']);
  });

  it('leaves unfinished text alone when the page is rendered again', async () => {
    const { field, again } = await numberFieldOf({ value: 3 });
    await type(field, '0');
    for (const next of '.05') {
      again();
      await sendKeys({ type: next });
    }
    expect(numberIn(field)).to.equal(0.05);
    await type(field, '-0.5');
    expect(numberIn(field), 'which begins as −0').to.equal(-0.5);
  });

  it('clamps what is beyond a bound, with a validity message until the next number', async () => {
    const { field, values } = await numberFieldOf();
    await type(field, '20');
    expect(values.at(-1)).to.equal(10);
    expect(field.validationMessage).to.match(/−10.* 10/);
    field.blur();
    expect([field.value, field.validationMessage]).to.deep.equal(['10', '']);
    await type(field, '-4');
    expect([values.at(-1), field.validationMessage]).to.deep.equal([-4, '']);
  });

  it('rounds to integers where the step is 1', async () => {
    const { field, values } = await numberFieldOf({ step: 1, min: 1 });
    await type(field, '2.6');
    expect(values.every(Number.isInteger), values.join()).to.equal(true);
    expect(field.validationMessage).to.match(/1.* 10/);
  });

  it('keeps what was typed where it is no number, marks it and says what is expected', async () => {
    const { holder, field, values, again } = await numberFieldOf({ value: 3 });
    const said = (): unknown[] => [field.value, field.ariaInvalid, describing(field)];
    await type(field, '1.x');
    field.blur();
    again();
    expect(said()).to.deep.equal(['1.x', 'true', 'Expected: a number from \u221210 to 10.']);
    expect(field.nextElementSibling!.role, 'it is spoken').to.equal('alert');
    await expect(holder).to.be.accessible();
    await type(field, '2');
    again();
    expect([said(), values.at(-1)]).to.deep.equal([['2', 'false', ''], 2]);
    await type(field, 'x');
    field.value = '';
    field.blur();
    expect(said(), 'nothing at all').to.deep.equal(['2', 'false', '']);
  });

  it('forgets what was wrong when the value in use is another', async () => {
    let value = 3;
    const { find, again } = await put((strings) => numberField({
      name: 'w', min: 0, max: 9, step: 1, value, strings, onInput: () => {},
    }));
    await type(find('input'), 'x');
    find('input').blur();
    value = 4; // by another control
    again();
    const field = find('input');
    expect([field.value, field.ariaInvalid, describing(field)]).to.deep.equal(['4', 'false', '']);
  });

  for (const [value, steps] of [[3.1854, [3.1954, 3.2054, 3.1954]], [9.995, [10, 10, 9.99]]] as const) {
    it(`steps by the arrow keys from ${value}, which lies between two steps, as far as the bound`, async () => {
      const { field, values, press } = await numberFieldOf({ value });
      expect(field.validity.valid).to.equal(true);
      await press('ArrowUp', 'ArrowUp', 'ArrowDown');
      expect(values).to.deep.equal(steps);
      field.blur();
      expect([field.value, field.validity.valid]).to.deep.equal([String(steps[2]), true]);
    });
  }
});

describe('numberSlider', () => {
  it('has one value in a slider and a field of the same name', async () => {
    const values: number[] = [];
    const options = { name: 'b', min: -1, max: 1, step: 0.01, value: 0.25 };
    const onInput = (value: number): unknown => values.push(value);
    const { holder, find } = await put((strings) => numberSlider({ ...options, strings, onInput }));
    await expect(holder).to.be.accessible();
    const [field, range] = [find('[role=spinbutton]'), find('input[type=range]')];
    expect([field.ariaLabel, range.ariaLabel, field.value, range.step]).to.deep.equal(['b', 'b', '0.25', '0.1']);
    range.focus();
    await sendKeys({ press: 'Home' });
    await type(field, '0.5');
    expect([values[0], values.at(-1)]).to.deep.equal([-1, 0.5]);
  });
});

describe('sliderField', () => {
  it('stands under its name and its value, which is no part of the name', async () => {
    const options = { name: 'tilt', min: 5, max: 85, step: 1, value: 33, text: '33°', onInput: () => {} };
    const { holder, find } = await put(() => sliderField(options));
    await expect(holder).to.be.accessible();
    expect([find('input').ariaLabel, find('.value').textContent]).to.deep.equal(['tilt', '33°']);
    expect(find('input').getBoundingClientRect().top).to.be.at.least(find('.value').getBoundingClientRect().bottom);
  });
});

describe('powerOfTenSlider', () => {
  const powers = { name: 'speed', from: 0, to: 2, text: '' };

  /** Presses a key again and again, and returns the values. */
  async function pressed(value: number, whole: boolean, keys: readonly string[]): Promise<number[]> {
    const values: number[] = [];
    const { find, again } = await put(() => powerOfTenSlider({
      ...powers, whole, value: values.at(-1) ?? value, onInput: (found) => values.push(found),
    }));
    find('input').focus();
    for (const key of keys) {
      await sendKeys({ press: key });
      again();
    }
    return values;
  }

  it('goes by tenths of a power of ten', async () => {
    const keys = ['ArrowRight', 'ArrowRight', 'ArrowRight', 'End', 'ArrowLeft', 'Home'];
    expect(await pressed(1, false, keys)).to.deep.equal([1.3, 1.6, 2, 100, 79, 1]);
  });

  it('never stays at an integer, upwards or downwards', async () => {
    const up = await pressed(1, true, Array<string>(12).fill('ArrowRight'));
    const down = await pressed(13, true, Array<string>(11).fill('ArrowLeft'));
    for (const values of [[1, ...up], [...down.reverse(), 13]]) {
      expect(values.every(Number.isInteger) && values.every((value, k) => !(value <= values[k - 1])), values.join())
        .to.equal(true);
    }
    expect(down[0]).to.equal(1);
  });

  it('stands at its end for what lies beyond', async () => {
    for (const [value, at] of [[0, '0'], [1e6, '2']] as const) {
      const { find } = await put(() => powerOfTenSlider({ ...powers, value, onInput: () => {} }));
      expect(find('input').value).to.equal(at);
    }
  });
});

describe('choiceField', () => {
  it('shows the choice in use by its name, and reports another', async () => {
    const values: string[] = [];
    const { holder, find } = await put(() => choiceField({
      name: 'target', value: 'b', choices: ['a', 'b'], nameOf: (each) => each.toUpperCase(),
      onInput: (choice) => values.push(choice),
    }));
    await expect(holder).to.be.accessible();
    const select = find<HTMLSelectElement>('select');
    expect([select.value, select.selectedOptions[0].textContent]).to.deep.equal(['b', 'B']);
    expect(select.labels[0].textContent).to.contain('target');
    change(select, 'a');
    expect(values).to.deep.equal(['a']);
    expect(select.getBoundingClientRect()).to.include({ width: 300, height: 28 });
  });
});

describe('checkboxes', () => {
  it('reports what is ticked in the order of ticking, and leaves one ticked', async () => {
    let values: readonly string[] = ['b'];
    const { holder, root, again } = await put(() => checkboxes({
      name: 'functions', values, choices: ['a', 'b', 'c'], nameOf: (each) => each, onInput: (found) => (values = found),
    }));
    await expect(holder).to.be.accessible();
    const [a, b] = root.querySelectorAll('input');
    expect([b.checked, b.disabled, a.disabled]).to.deep.equal([true, true, false]);
    const tick = async (box: HTMLInputElement): Promise<void> => {
      box.focus();
      await sendKeys({ press: ' ' });
      again();
    };
    await tick(a);
    expect([values, b.disabled]).to.deep.equal([['b', 'a'], false]);
    await tick(b);
    expect([values, a.disabled]).to.deep.equal([['a'], true]);
    for (const label of root.querySelectorAll('label')) expect(label.offsetHeight).to.be.at.least(24);
  });
});

describe('textField', () => {
  it('reports a text when the reader is done, trimmed, and shows the one in use again for an empty one', async () => {
    const values: string[] = [];
    const { holder, find, again } = await put((strings) => textField({
      name: 'seed', value: '17', strings, onChange: (text) => void values.push(text),
    }));
    await expect(holder).to.be.accessible();
    const field = find('input');
    expect(field.maxLength).to.equal(200);
    await type(field, '18');
    again(); // what else changes on the page leaves it alone
    expect([values, field.value]).to.deep.equal([[], '18']);
    await sendKeys({ press: 'Enter' });
    expect(values).to.deep.equal(['18']);
    change(field, ' 19 ');
    change(field, ' ');
    expect([values, field.value]).to.deep.equal([['18', '19'], '17']);
  });

  it('keeps a text that is wrong, marked and explained, also in another language, until one is right', async () => {
    let value = 'x < y';
    const { holder, host, find, again } = await put((strings) => textField({
      name: 'expression', value, strings, onChange: (text) => {
        const words = strings.lang;
        if (text === 'x <') return (now) => `${now.lang} after ${words}`;
        value = text;
        return undefined;
      },
    }));
    const field = find('input');
    const said = (): unknown[] => [field.value, field.ariaInvalid, describing(field)];
    change(field, 'x <');
    again();
    expect(said()).to.deep.equal(['x <', 'true', 'en after en']);
    await expect(holder).to.be.accessible();
    holder.lang = 'ja';
    host.strings.refresh();
    again();
    expect(said(), 'in another language').to.deep.equal(['x <', 'true', 'ja after en']);
    change(field, 'x > y');
    again();
    expect(said()).to.deep.equal(['x > y', 'false', '']);
    change(field, 'x <');
    value = 'x'; // by the page
    again();
    expect(said()).to.deep.equal(['x', 'false', '']);
  });
});

describe('actionButton', () => {
  it('is a button with a name that is seen, or is values only', async () => {
    let clicks = 0;
    const { holder, root } = await put(() => html`
      ${actionButton({ name: 'reset', icon: icons.newStart, onClick: () => clicks++ })}
      ${actionButton({ name: 'remove', icon: icons.remove, bare: true, onClick: () => clicks++ })}
      ${actionButton({ name: 'add', disabled: true, onClick: () => clicks++ })}`);
    await expect(holder).to.be.accessible();
    const [seen, bare, idle] = root.querySelectorAll('button');
    for (const button of [seen, bare, idle]) button.click();
    expect(clicks).to.equal(2);
    const names = [seen, bare].map(({ textContent, ariaLabel }) => [textContent!.trim(), ariaLabel]);
    expect(names).to.deep.equal([['reset', null], ['', 'remove']]);
  });
});

describe('withNumberAt', () => {
  it('replaces one number of a matrix in a copy, and keeps the other rows', () => {
    const matrix = [[1, 2], [3, 4], [5, 6]];
    const changed = withNumberAt(matrix, 1, 0, 9);
    expect(changed).to.deep.equal([[1, 2], [9, 4], [5, 6]]);
    expect(changed[0]).to.equal(matrix[0]);
    expect(matrix[1]).to.deep.equal([3, 4]);
  });
});
