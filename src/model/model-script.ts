import { model, type ModelData } from '../attrs/model.js';
import { ChildJsonController } from './child-json-controller.js';
import type { ReactiveControllerHost } from 'lit';

/** The model that an element's child `<script type="application/json">` describes. */
export class ChildModel {
  value: ModelData = {};
  /** There is such a child, and it is of no use. */
  unusable = false;

  /** `onChange` gets what was expected instead, if the child is of no use. */
  constructor(host: ReactiveControllerHost & HTMLElement, onChange: (json: string | undefined, expected: string | undefined) => void) {
    new ChildJsonController(host, (json) => {
      const { value, problem } = json === undefined ? { value: {}, problem: undefined } : model.read(json);
      this.value = value;
      this.unusable = problem !== undefined;
      onChange(json, problem?.expected);
    });
  }
}
