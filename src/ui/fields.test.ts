import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { render, type TemplateResult } from 'lit';
import { StringsController } from '../page/strings-controller.js';
import { defineHost, Host } from '../testing/host.js';
import { buttonStyles, icons } from './buttons.js';
import { actionButton, checkboxes, choiceField, powerOfTenSlider, fieldStyles, numberField, numberSlider, withNumberAt, sliderField, textField } from './fields.js';
import { sliderStyles } from './slider.js';

class Speaker extends Host {
  readonly strings = new StringsController(this);
}
defineHost(Speaker);

/** Renders what `make` makes of the strings of the page in a shadow root, and again after each call of `again`. */
async function put(make: (strings: StringsController) => TemplateResult, width = 300) {
  const holder = await fixture<HTMLElement>(html`<div lang="en" style="inline-size: ${width}px; font-size: 13px"></div>`);
  const speaker = new Speaker();
  holder.append(speaker);
  const root = holder.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [buttonStyles, sliderStyles, fieldStyles].map(({ styleSheet }) => styleSheet!);
  const again = (): void => void render(make(speaker.strings), root);
  again();
  const find = <T extends Element = HTMLInputElement>(selector: string): T => root.querySelector<T>(selector)!;
  return { holder, root, again, find };
}

/** As the reader would, over what is there. */
async function type(field: HTMLInputElement, text: string): Promise<void> {
  field.focus();
  field.select();
  await sendKeys({ type: text });
}

async function bounded(more: { readonly value?: number; readonly step?: number; readonly min?: number } = {}) {
  const told: number[] = [];
  let value = more.value ?? 1;
  const page = await put((strings) => numberField({
    name: 'w', min: more.min ?? -10, max: 10, step: more.step ?? 0.01, value, strings,
    onInput: (found) => {
      told.push(found);
      value = found;
      queueMicrotask(() => page.again()); // as an element does
    },
  }));
  return { ...page, told, field: page.find('input') };
}

describe('numberField', () => {
  it('is accessible, 28 px high and as wide as its place', async () => {
    const { holder, field } = await bounded();
    await expect(holder).to.be.accessible();
    expect(field.getBoundingClientRect()).to.include({ width: 300, height: 28 });
    expect([field.type, field.min, field.max, field.ariaLabel]).to.deep.equal(['number', '-10', '10', 'w']);
  });

  it('tells each number while it is typed, and nothing while it is none', async () => {
    const { field, told } = await bounded();
    await type(field, '-2.5');
    expect([...new Set(told)]).to.deep.equal([-2, -2.5]);
    expect(field.value).to.equal('-2.5');
  });

  it('leaves a text alone that is not done, when the page is drawn again', async () => {
    const { field, again } = await bounded({ value: 3 });
    await type(field, '0');
    for (const next of '.05') {
      again();
      await sendKeys({ type: next });
    }
    expect(field.valueAsNumber).to.equal(0.05);
    await type(field, '-0.5');
    expect(field.valueAsNumber, 'which is 0 at first, but for its sign').to.equal(-0.5);
  });

  it('clamps what is beyond a bound and says so by its validity message, until the next number', async () => {
    const { field, told } = await bounded();
    await type(field, '20');
    expect(told.at(-1)).to.equal(10);
    expect(field.validationMessage).to.equal('from −10 to 10');
    field.blur();
    expect([field.value, field.validationMessage]).to.deep.equal(['10', '']);
    await type(field, '-4');
    expect([told.at(-1), field.validationMessage]).to.deep.equal([-4, '']);
  });

  it('takes integers only where it goes by whole steps', async () => {
    const { field, told } = await bounded({ step: 1, min: 1 });
    await type(field, '2.6');
    expect(told.every(Number.isInteger), told.join()).to.equal(true);
    expect(field.validationMessage).to.equal('from 1 to 10');
  });

  it('shows the value in use again where what was typed is no number', async () => {
    const { field, told } = await bounded({ value: 3 });
    await type(field, '-');
    field.dispatchEvent(new Event('change'));
    expect([field.value, told]).to.deep.equal(['3', []]);
  });

  it('steps by the arrow keys from any number, which none is invalid for lying between two steps', async () => {
    const { field, told, again } = await bounded({ value: 3.1854 });
    expect(field.validity.valid).to.equal(true);
    field.focus();
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown']) {
      await sendKeys({ press: key });
      again();
    }
    expect(told).to.deep.equal([3.1954, 3.2054, 3.1954]);
    expect(field.validity.valid).to.equal(true);
  });

  it('steps to a bound and no further', async () => {
    const { field, told, again } = await bounded({ value: 9.995 });
    field.focus();
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown']) {
      await sendKeys({ press: key });
      again();
      expect(field.valueAsNumber).to.equal(told.at(-1));
    }
    expect(told).to.deep.equal([10, 10, 9.99]);
    field.blur();
    expect([field.value, field.validity.valid]).to.deep.equal(['9.99', true]);
  });
});

describe('numberSlider', () => {
  it('has one value in a slider and a field of the same name', async () => {
    const told: number[] = [];
    const { holder, find } = await put((strings) => numberSlider({ name: 'b', min: -1, max: 1, step: 0.01, value: 0.25, strings, onInput: (value) => told.push(value) }));
    await expect(holder).to.be.accessible();
    const [field, range] = [find('input[type=number]'), find('input[type=range]')];
    expect([field.ariaLabel, range.ariaLabel, field.value, range.step]).to.deep.equal(['b', 'b', '0.25', '0.1']);
    range.focus();
    await sendKeys({ press: 'Home' });
    await type(field, '0.5');
    expect([told[0], told.at(-1)]).to.deep.equal([-1, 0.5]);
  });
});

describe('sliderField', () => {
  it('stands under its name and its value, which is no part of the name', async () => {
    const { holder, find } = await put(() => sliderField({ name: 'tilt', min: 5, max: 85, step: 1, value: 33, text: '33°', onInput: () => {} }));
    await expect(holder).to.be.accessible();
    expect(find('input').ariaLabel).to.equal('tilt');
    expect(find('.value').textContent).to.equal('33°');
    expect(find('input').getBoundingClientRect().top).to.be.at.least(find('.value').getBoundingClientRect().bottom);
  });
});

describe('powerOfTenSlider', () => {
  /** Presses keys and lists the values they lead to. */
  async function pressed(value: number, whole: boolean, keys: readonly string[]): Promise<number[]> {
    const told: number[] = [];
    const { find, again } = await put(() => powerOfTenSlider({
      name: 'speed', from: 0, to: 2, whole, value, text: String(value),
      onInput: (found) => {
        told.push(found);
        value = found;
      },
    }));
    find('input').focus();
    for (const key of keys) {
      await sendKeys({ press: key });
      again();
    }
    return told;
  }

  it('goes by tenths of a power of ten', async () => {
    expect(await pressed(1, false, ['ArrowRight', 'ArrowRight', 'ArrowRight', 'End', 'ArrowLeft', 'Home'])).to.deep.equal([1.3, 1.6, 2, 100, 79, 1]);
  });

  it('never sticks at an integer, upwards or downwards', async () => {
    const up = await pressed(1, true, Array<string>(12).fill('ArrowRight'));
    expect(up.every((value, k) => Number.isInteger(value) && value > (up[k - 1] ?? 1)), up.join()).to.equal(true);
    const down = await pressed(13, true, Array<string>(11).fill('ArrowLeft'));
    expect(down.every((value, k) => Number.isInteger(value) && value < (down[k - 1] ?? 13)), down.join()).to.equal(true);
    expect(down.at(-1)).to.equal(1);
  });

  it('stands at its end for what lies beyond', async () => {
    for (const [value, at] of [[0, '0'], [1e6, '2']] as const) {
      const { find } = await put(() => powerOfTenSlider({ name: 'speed', from: 0, to: 2, value, text: '', onInput: () => {} }));
      expect(find('input').value).to.equal(at);
    }
  });
});

describe('choiceField', () => {
  it('shows the one in use by its name, and tells another', async () => {
    const told: string[] = [];
    const { holder, find } = await put(() => choiceField({
      name: 'target', value: 'b', choices: ['a', 'b'], nameOf: (each) => each.toUpperCase(), onInput: (choice) => told.push(choice),
    }));
    await expect(holder).to.be.accessible();
    const select = find<HTMLSelectElement>('select');
    expect([select.value, select.selectedOptions[0].textContent, select.labels[0].textContent!.includes('target')]).to.deep.equal(['b', 'B', true]);
    select.value = 'a';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    expect(told).to.deep.equal(['a']);
    expect(select.getBoundingClientRect()).to.include({ width: 300, height: 28 });
  });
});

describe('checks', () => {
  it('tells what is ticked in the order of ticking, and leaves one ticked', async () => {
    let values: readonly string[] = ['b'];
    const { holder, root, again } = await put(() => checkboxes({
      name: 'functions', values, choices: ['a', 'b', 'c'], nameOf: (each) => each, onInput: (found) => (values = found),
    }));
    await expect(holder).to.be.accessible();
    const [a, b] = root.querySelectorAll('input');
    expect([b.checked, b.disabled, a.disabled]).to.deep.equal([true, true, false]);
    a.focus();
    await sendKeys({ press: ' ' });
    again();
    expect([values, b.disabled]).to.deep.equal([['b', 'a'], false]);
    b.focus();
    await sendKeys({ press: ' ' });
    again();
    expect([values, a.disabled]).to.deep.equal([['a'], true]);
    for (const label of root.querySelectorAll('label')) expect(label.offsetHeight).to.be.at.least(24);
  });
});

describe('textField', () => {
  it('tells a text when it is done, trimmed, and gives the one in use back for none', async () => {
    const told: string[] = [];
    const { holder, find, again } = await put(() => textField('seed', '17', 20, (text) => told.push(text)));
    await expect(holder).to.be.accessible();
    const field = find('input');
    expect(field.maxLength).to.equal(20);
    await type(field, '18');
    again(); // what else changes on the page leaves it alone
    expect([told, field.value]).to.deep.equal([[], '18']);
    await sendKeys({ press: 'Enter' });
    expect(told).to.deep.equal(['18']);
    field.value = ' 19 ';
    field.dispatchEvent(new Event('change'));
    field.value = ' ';
    field.dispatchEvent(new Event('change'));
    expect([told, field.value]).to.deep.equal([['18', '19'], '17']);
  });

  it('gives the one in use back for a text that is refused', async () => {
    const { find } = await put(() => textField('expression', 'x < y', 20, (text) => text !== 'x <'));
    const field = find('input');
    field.value = 'x <';
    field.dispatchEvent(new Event('change'));
    expect(field.value).to.equal('x < y');
    field.value = 'x > y';
    field.dispatchEvent(new Event('change'));
    expect(field.value).to.equal('x > y');
  });
});

describe('action', () => {
  it('is a button with a name that is seen, or is told only', async () => {
    let clicks = 0;
    const { holder, root } = await put(() => html`
      ${actionButton({ name: 'reset', icon: icons.newStart, onClick: () => clicks++ })}
      ${actionButton({ name: 'remove', icon: icons.remove, bare: true, onClick: () => clicks++ })}
      ${actionButton({ name: 'add', disabled: true, onClick: () => clicks++ })}`);
    await expect(holder).to.be.accessible();
    const [seen, bare, idle] = root.querySelectorAll('button');
    for (const button of [seen, bare, idle]) button.click();
    expect(clicks).to.equal(2);
    expect([seen.textContent!.trim(), seen.ariaLabel, bare.textContent!.trim(), bare.ariaLabel]).to.deep.equal(['reset', null, '', 'remove']);
  });
});

describe('put', () => {
  it('changes one number of a matrix, and no row but its own', () => {
    const matrix = [[1, 2], [3, 4], [5, 6]];
    const changed = withNumberAt(matrix, 1, 0, 9);
    expect(changed).to.deep.equal([[1, 2], [9, 4], [5, 6]]);
    expect(changed[0]).to.equal(matrix[0]);
    expect(matrix[1]).to.deep.equal([3, 4]);
  });
});
