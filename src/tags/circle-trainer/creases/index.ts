export { creaseStyles, CreaseView } from './crease-view.js';
