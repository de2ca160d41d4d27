import { NnParamView } from '../tags/param-view/nn-param-view.js';
import { define } from './define.js';

define('nn-param-view', NnParamView);

declare global {
  interface HTMLElementTagNameMap {
    'nn-param-view': NnParamView;
  }
}

export { NnParamView };
