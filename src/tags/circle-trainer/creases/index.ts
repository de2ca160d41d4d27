export { CreaseView } from './crease-view.js';
