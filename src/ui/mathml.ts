import { css, mathml, nothing, type TemplateResult } from 'lit';

/** Styles of formulas in MathML: numbers in the page's font, variables as in a book, parameters on yellow. */
export const formulaStyles = css`
  math { font: inherit; font-size: 15px; line-height: 1.9; direction: ltr; }
  mi { font-family: "Iowan Old Style", Palatino, P052, Georgia, serif; font-size: 1.12em; }
  .chip {
    background: var(--_parameter-fill, transparent); color: var(--_parameter-ink, currentcolor); border-radius: 3px;
  }
  .result { font-weight: 600; }
  @media (forced-colors: active) {
    .chip { outline: 1px solid CanvasText; }
  }
`;

/** Renders a variable, with an index if it has one. */
export function variable(name: string, index?: string): TemplateResult {
  return index === undefined
    ? mathml`<mi>${name}</mi>`
    // Without depth, or the index of a p would hang lower than that of a w.
    : mathml`<msub><mpadded depth="0"><mi>${name}</mi></mpadded><mn>${index}</mn></msub>`;
}

/** Renders a parameter, or part of one, on yellow. */
export function parameterChip(content: TemplateResult): TemplateResult {
  // Spaces at both ends, as high as a line: browsers differ in how they pad a row.
  const space = mathml`<mspace width="4px" height="1.05em" depth="0.35em"></mspace>`;
  return mathml`<mrow class="chip">${space}${content}${space}</mrow>`;
}

/** Renders a number that is text already; on yellow if it is a parameter. */
export function mathNumber(text: string, parameter = false): TemplateResult {
  const number = mathml`<mn>${text}</mn>`;
  return parameter ? parameterChip(number) : number;
}

/** Renders a vector: numbers between brackets, with spaces between. */
export function mathVector(texts: readonly string[], parameter = false): TemplateResult {
  // The space in the text is for those who copy or hear it; mathematics shows its own.
  const space = mathml` <mspace width="0.3em"></mspace>`;
  const numbers = texts.map((text, i) => mathml`${i > 0 ? space : nothing}${mathNumber(text, parameter)}`);
  return mathml`<mrow><mo stretchy="false">[</mo>${numbers}<mo stretchy="false">]</mo></mrow>`;
}
